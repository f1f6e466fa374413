package studio.headroom.ui;

import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;

/// What a scene is made of, each node before what it holds, the backmost first. On the toolkit's thread.
public final class Nodes {
    private Nodes() {}

    /// A node and all below it.
    public static Stream<Node> all(Node root) {
        return walk(root, _ -> true);
    }

    public static <T> Stream<T> all(Node root, Class<T> kind) {
        return all(root).filter(kind::isInstance).map(kind::cast);
    }

    /// Nothing where the node is not visible, else it and all below it that is.
    public static Stream<Node> seen(Node root) {
        return walk(root, Node::isVisible);
    }

    public static <T> Stream<T> seen(Node root, Class<T> kind) {
        return seen(root).filter(kind::isInstance).map(kind::cast);
    }

    private static Stream<Node> walk(Node node, Predicate<Node> into) {
        if (!into.test(node)) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(child -> walk(child, into)))
                : Stream.of(node);
    }
}
