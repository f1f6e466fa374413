package studio.headroom.ui.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;

/// One control of the screen: a parameter, the value shown, and the gesture that is under way. It is the whole
/// behavior of a knob or a fader but for its picture. UI thread.
///
/// The owner tells it what the song says with [#show]; a person's moves go to the [EditTarget]. While a gesture is
/// under way the person's value is shown, whatever the owner says.
public final class ControlModel {
    private final Param param;
    private final String name;
    private final String explanation;
    private final EditTarget target;
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();

    private double value;
    private double before;
    private boolean gesture;
    private boolean automated;
    private boolean left;
    private @Nullable String disabledReason;
    private @Nullable Runnable automationAction;
    private @Nullable DoubleFunction<String> words;

    /// @param name what a screen reader calls it, with its owner: "Lead Vox volume"
    /// @param explanation what it is for, in a sentence or two; may be empty
    public ControlModel(Param param, String name, String explanation, EditTarget target) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("control of " + param.id() + " has no name");
        }
        this.param = param;
        this.name = name;
        this.explanation = explanation;
        this.target = target;
        value = param.initial();
    }

    public Param param() {
        return param;
    }

    public String name() {
        return name;
    }

    public String explanation() {
        return explanation;
    }

    /// The value shown, in plain units.
    public double value() {
        return value;
    }

    /// Where the value lies along the travel, 0..1.
    public double position() {
        return param.range().position(value);
    }

    public boolean isOn() {
        return value >= 0.5;
    }

    /// The value as a person reads it, with its unit.
    public String text() {
        return text(value);
    }

    /// Any value of its parameter as a person reads it.
    public String text(double plain) {
        DoubleFunction<String> now = words;
        return now == null ? param.format(plain) : now.apply(plain);
    }

    /// Lets values be read otherwise than the parameter writes them: the options of a list by their words.
    public void setWords(DoubleFunction<String> byValue) {
        words = byValue;
    }

    /// What a screen reader says: name, value with unit, and what is unusual.
    public String spoken() {
        StringBuilder text = new StringBuilder(name).append(", ").append(spokenValue());
        if (automated) {
            text.append(", automated");
        }
        if (disabledReason != null) {
            text.append(", not available: ").append(disabledReason);
        }
        return text.toString();
    }

    /// The value for a screen reader: signs as words, since many readers skip a true minus.
    public String spokenValue() {
        return ValueText.spoken(text());
    }

    /// Runs `observer` after every change of what is shown.
    ///
    /// @return ends it
    public Runnable observe(Runnable observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    // ---- what the owner says ----

    /// Shows a value, clamped; nothing while a gesture is under way.
    public void show(double plain) {
        if (!gesture) {
            take(plain);
        }
    }

    /// Whether automation moves it.
    public void setAutomated(boolean now) {
        if (automated != now) {
            automated = now;
            changed();
        }
    }

    public boolean automated() {
        return automated;
    }

    /// Whether automation moves it and a person holds it at the moment, or has left it where automation does not.
    public boolean overridden() {
        return automated && (gesture || left);
    }

    /// Whether what a person let go stays over the automation for a while.
    public void setOverridden(boolean now) {
        if (left != now) {
            left = now;
            changed();
        }
    }

    /// Keeps hands off, for a reason that completes "not available: …". A gesture under way ends.
    ///
    /// @param reason null when it is available
    public void setDisabledReason(@Nullable String reason) {
        if (reason != null) {
            end();
        }
        disabledReason = reason;
        changed();
    }

    public @Nullable String disabledReason() {
        return disabledReason;
    }

    public boolean enabled() {
        return disabledReason == null;
    }

    /// What "Show automation" does; null where there is none.
    public void setAutomationAction(@Nullable Runnable action) {
        automationAction = action;
    }

    public @Nullable Runnable automationAction() {
        return param.automatable() ? automationAction : null;
    }

    // ---- what a person does ----

    /// Begins a gesture; one that is under way ends first.
    ///
    /// @return false when the control is not available
    public boolean begin() {
        end();
        if (!enabled()) {
            return false;
        }
        before = value;
        gesture = true;
        target.begin();
        changed();
        return true;
    }

    public boolean inGesture() {
        return gesture;
    }

    /// Moves within a gesture; nothing outside one.
    public void move(double plain) {
        if (gesture && take(plain)) {
            target.move(value);
        }
    }

    public void end() {
        if (gesture) {
            gesture = false;
            target.end();
            changed();
        }
    }

    /// Gives the gesture up: the value is again what it was before.
    public void cancel() {
        if (gesture) {
            gesture = false;
            value = before;
            target.cancel(before);
            changed();
        }
    }

    /// A gesture with one move.
    public void set(double plain) {
        if (begin()) {
            move(plain);
            end();
        }
    }

    public void reset() {
        set(param.initial());
    }

    /// Sets what a person typed, with or without a unit.
    ///
    /// @throws IllegalArgumentException with what would be right; nothing has changed then
    public void type(String text) {
        set(param.parse(text));
    }

    /// Moves by steps within a gesture, see [Steps].
    public void step(int count, Steps size) {
        move(size.from(param, value, count));
    }

    /// How far the gesture has moved it: "moved −1.8", "was bell".
    public String moved() {
        return ValueText.moved(param, gesture ? before : value, value);
    }

    private boolean take(double plain) {
        double clamped = param.clamp(plain);
        if (clamped == value) {
            return false;
        }
        value = clamped;
        changed();
        return true;
    }

    private void changed() {
        observers.forEach(Runnable::run);
    }
}
