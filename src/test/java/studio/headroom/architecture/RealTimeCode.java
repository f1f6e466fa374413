package studio.headroom.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import studio.headroom.concurrent.RealTime;

/// The methods that run on the audio thread, and whom they call.
///
/// A method is real-time code when it bears [RealTime], when its type does, or when it implements or overrides such a
/// method. A record's components may be asked for by anybody. Rooms that may not use `concurrent` cannot bear the mark:
/// what real-time code calls there is real-time code
/// as well.
final class RealTimeCode {
    /// What a type's mark does not cover: nobody calls these on the audio thread, and the compiler writes some of them.
    private static final Set<String> NOT_COVERED_BY_TYPE =
            Set.of("toString", "hashCode", "equals", "values", "valueOf", "$values");

    private final Map<String, String> exempt;
    private final Set<String> usedExemptions = new HashSet<>();
    private final Set<JavaMethod> methods = new LinkedHashSet<>();
    private final Set<String> breaches = new TreeSet<>();

    /// @param unmarked packages whose methods are followed instead of being marked
    /// @param exempt methods, as `package.Class$Inner.method`, that may be called and are not looked at; with the
    /// reason
    RealTimeCode(JavaClasses classes, List<String> unmarked, Map<String, String> exempt) {
        this.exempt = exempt;
        Deque<JavaMethod> open = new ArrayDeque<>();
        classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(RealTimeCode::isMarked)
                .forEach(open::add);
        while (!open.isEmpty()) {
            JavaMethod method = open.remove();
            if (isExempt(method.getOwner(), method.getName()) || !methods.add(method)) {
                continue;
            }
            for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
                if (isIn(unmarked, call.getTargetOwner())) {
                    call.getTarget()
                            .resolveMember()
                            .ifPresentOrElse(
                                    target -> implementations(target).forEach(open::add),
                                    () -> breaches.add(call.getDescription() + ", which is not found"));
                } else if (!mayCall(call)) {
                    breaches.add(call.getDescription());
                }
            }
        }
    }

    Collection<JavaMethod> methods() {
        return methods;
    }

    /// Calls of real-time code to anything else.
    Set<String> breaches() {
        return breaches;
    }

    /// Exemptions that exempt nothing any more.
    Set<String> unusedExemptions() {
        Set<String> unused = new TreeSet<>(exempt.keySet());
        unused.removeAll(usedExemptions);
        return unused;
    }

    private static boolean isIn(List<String> packages, JavaClass type) {
        return packages.stream()
                .anyMatch(name -> type.getPackageName().equals(name)
                        || type.getPackageName().startsWith(name + "."));
    }

    /// The method itself and what overrides it: all that a call can end in.
    private static Stream<JavaMethod> implementations(JavaMethod method) {
        Stream<JavaMethod> overriding =
                method.getOwner().getAllSubclasses().stream().flatMap(type -> sameMethod(type, method).stream());
        return Stream.concat(Stream.of(method), overriding);
    }

    private static boolean isMarked(JavaMethod method) {
        if (isMarkedItself(method)) {
            return true;
        }
        JavaClass owner = method.getOwner();
        if (method.getModifiers().contains(JavaModifier.STATIC)
                || method.getModifiers().contains(JavaModifier.PRIVATE)) {
            return false;
        }
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .flatMap(type -> sameMethod(type, method).stream())
                .anyMatch(RealTimeCode::isMarkedItself);
    }

    private static boolean isMarkedItself(JavaMethod method) {
        return method.isAnnotatedWith(RealTime.class)
                || method.getOwner().isAnnotatedWith(RealTime.class) && !NOT_COVERED_BY_TYPE.contains(method.getName());
    }

    private static Optional<JavaMethod> sameMethod(JavaClass type, JavaMethod method) {
        return type.tryGetMethod(
                method.getName(),
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new));
    }

    private boolean isExempt(JavaClass owner, String method) {
        String name = owner.getName() + "." + method;
        if (!exempt.containsKey(name)) {
            return false;
        }
        usedExemptions.add(name);
        return true;
    }

    /// Whether it only hands out a record's component, as the compiler writes it.
    private static boolean isPlainAccessor(JavaMethod method) {
        return method.getOwner().isRecord()
                && method.getRawParameterTypes().isEmpty()
                && method.getOwner().tryGetField(method.getName()).isPresent()
                && method.getCallsFromSelf().isEmpty()
                && method.getFieldAccesses().size() == 1;
    }

    private boolean mayCall(JavaMethodCall call) {
        if (isExempt(call.getTargetOwner(), call.getName())) {
            return true;
        }
        Optional<JavaMethod> target = call.getTarget().resolveMember();
        if (target.isPresent() && (isMarked(target.get()) || isPlainAccessor(target.get()))) {
            return true;
        }
        return Platform.isAllowed(call.getTargetOwner().getName(), call.getName());
    }
}
