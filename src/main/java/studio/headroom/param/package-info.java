/// What a control is: its identity, unit, range and way of moving. Values are in plain units; 0..1 exists only
/// inside a widget.
@NullMarked
package studio.headroom.param;

import org.jspecify.annotations.NullMarked;
