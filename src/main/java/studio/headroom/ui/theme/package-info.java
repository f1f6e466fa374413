/// How everything looks: colors, type, sizes, icons, and the sheet for stock controls.
@NullMarked
package studio.headroom.ui.theme;

import org.jspecify.annotations.NullMarked;
