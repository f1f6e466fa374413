#!/usr/bin/env bash
# Opens the app image in a real window on an X server without a screen, uses it by mouse and keyboard in the Mix and the
# Master view, and takes pictures to target/screens/window-*.png, in windows of 1280 x 720, 1600 x 900, 1920 x 1080, and
# 3840 x 2160 at 200 %. Fails when the window does not appear or shows nothing, when something is logged as an error, and
# when the program does not end by itself. Needs the app image (or HEADROOM, another program to start), Xvfb, xdotool and
# ImageMagick.
#
#   50-window.sh [SIZE[@PERCENT][:THEME]...]      default: all four; such as 1600x900, 1600x900@75:light, 1600x900@200:contrast
set -euo pipefail
cd "$(dirname "$0")/../../.."

root=$PWD
headroom=${HEADROOM:-$root/target/dist/headroom/bin/headroom}
screens=$root/target/screens
sample="$root/samples/Room Above the Rain.headroom"
work=$(mktemp -d)
server= program=
mkdir -p "$screens"

finish() {
    [ -z "$program" ] || kill "$program" 2>/dev/null || true
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

fail() {
    echo "FAILED: $*"
    local file
    for file in said error logs/headroom.log xvfb; do
        [ -s "$work/$file" ] && sed "s|^|  ${file##*/}: |" "$work/$file" | head -n 200
    done
    [ -z "$server" ] || kill -0 "$server" 2>/dev/null || echo "  the X server is gone"
    exit 1
}

# serve WIDTH HEIGHT: an X server with that screen. Without -noreset it would begin anew whenever its last client leaves, as each
# look for the window does, and would turn away a program that connects meanwhile.
serve() {
    local number
    exec 7>"$work/display"
    Xvfb -displayfd 7 -screen 0 "${1}x${2}x24" -nolisten tcp -noreset 2>"$work/xvfb" &
    server=$!
    exec 7>&-
    for _ in $(seq 100); do
        [ -s "$work/display" ] && break
        sleep 0.1
    done
    number=$(cat "$work/display")
    [ -n "$number" ] || fail "no X server: $(cat "$work/xvfb")"
    export DISPLAY=:$number
}

# start PERCENT ARGUMENTS...: the program, with settings and songs of its own and without a sound card; with the largest
# buffer, for a machine that takes pictures has other things to do.
start() {
    local percent=$1
    shift
    mkdir -p "$work/home"
    [ -f "$work/home/settings.properties" ] ||
        printf '%s\n' 'sound.device = null' 'sound.block = 2048' "screen.percent = $percent" "screen.theme = $theme" \
            >"$work/home/settings.properties"
    HEADROOM_JAVA_OPTIONS="-Dheadroom.folder=$work/home -Dheadroom.logs=$work/logs -Dprism.order=sw" \
        "$headroom" "$@" >"$work/said" 2>"$work/error" &
    program=$!
    window=
    for _ in $(seq 300); do
        window=$(xdotool search --onlyvisible --name 'Headroom' 2>/dev/null | tail -n 1) && [ -n "$window" ] && break
        if ! kill -0 "$program" 2>/dev/null; then
            local code=0
            wait "$program" || code=$?
            fail "the program ended with $code before it had a window"
        fi
        sleep 0.1
    done
    [ -n "$window" ] || fail "no window appears"
    xdotool windowmove "$window" 0 0 windowsize "$window" "$width" "$height"
    xdotool windowfocus "$window"
}

# look FILE: what the screen shows, not compressed.
look() {
    import -silent -window root "ppm:$1"
}

# keep NAME [COLORS]: what was looked at last as a picture, which has at least so many colors.
keep() {
    local file=$screens/window-$name-$1.png least=${2:-60} colors
    colors=$(identify -format %k "$work/seen.ppm")
    convert "$work/seen.ppm" -define png:compression-level=4 "$file"
    [ "$colors" -ge "$least" ] || fail "$file has $colors colors only: it is blank, or nearly so"
    mv "$work/seen.ppm" "$work/last.ppm"
}

# shot NAME [COLORS]: a picture of what the screen shows now.
shot() {
    look "$work/seen.ppm"
    keep "$@"
}

# changed NAME [COLORS [LOOKS]]: waits until the window shows something else than at the last look that counted, with so many
# colors, and no change in so many looks one after the other. A look that is as the one before the last is no change either:
# the caret of a field that blinks.
changed() {
    local still=0
    touch "$work/last.ppm" "$work/seen.ppm" "$work/before.ppm"
    for _ in $(seq 150); do
        kill -0 "$program" 2>/dev/null || fail "the program ended before $1"
        look "$work/now.ppm"
        if cmp -s "$work/now.ppm" "$work/seen.ppm"; then
            still=$((still + 1))
        else
            if cmp -s "$work/now.ppm" "$work/before.ppm"; then still=$((still + 1)); else still=0; fi
            mv "$work/seen.ppm" "$work/before.ppm"
        fi
        mv "$work/now.ppm" "$work/seen.ppm"
        if [ "$still" -ge "${3:-2}" ] && ! cmp -s "$work/seen.ppm" "$work/last.ppm" &&
            [ "$(identify -format %k "$work/seen.ppm")" -ge "${2:-60}" ]; then
            break
        fi
        sleep 0.2
    done
    cmp -s "$work/seen.ppm" "$work/last.ppm" && fail "nothing has changed: no $1 is shown"
    cp "$work/seen.ppm" "$work/last.ppm"
}

# shown NAME [COLORS [LOOKS]]: a picture of it, once the window shows it.
shown() {
    changed "$@"
    keep "$@"
}

# keys KEYS...: presses them, one after the other.
keys() {
    local key
    for key in "$@"; do
        xdotool key --delay 60 "$key"
        sleep 0.3
    done
}

# left KEY...: presses what leaves a dialog or a panel, and waits until it is gone, so that what comes next is not taken for that.
left() {
    keys "$@"
    changed 'way back'
}

# at X Y: points there, in units of the design.
at() {
    xdotool mousemove $(($1 * percent / 100)) $(($2 * percent / 100))
    sleep 0.3
}

# ended: the program ends by itself, in peace.
ended() {
    local code=0
    for _ in $(seq 150); do
        kill -0 "$program" 2>/dev/null || break
        sleep 0.1
    done
    kill -0 "$program" 2>/dev/null && fail "the program does not end"
    wait "$program" || code=$?
    program=
    [ "$code" -eq 0 ] || fail "the program ended with $code"
    if [ -f "$work/logs/headroom.log" ] && grep -E ' ERROR ' "$work/logs/headroom.log"; then
        fail "that was logged"
    fi
    if grep -E 'Exception|Error|at studio\.' "$work/error"; then
        fail "that was said"
    fi
}

# The start page; the palette there, and the preferences.
start_page() {
    start "$percent"
    shown start
    keys ctrl+k
    shown palette
    left Escape
    keys ctrl+comma
    shown preferences
    left Escape
    keys ctrl+q
    ended
}

# A song: its timeline and its mixer alone, an editor and a band that is dragged, the inspector, the sheet of keys, the
# palette, a larger and a smaller scale; it plays.
song() {
    # A copy, since printing and what is remembered of waveforms are written beside a song.
    mkdir -p "$work/home/songs/${sample##*/}"
    cp -R "$sample/project.json" "$sample/media" "$work/home/songs/${sample##*/}/"
    start "$percent" open "$work/home/songs/${sample##*/}"
    for _ in $(seq 600); do
        xdotool getwindowname "$window" | grep -q 'Room Above the Rain' && break
        sleep 0.2
    done
    shown song
    keys F6
    shown timeline
    keys F6
    shown mixer
    # A double-click on the first equalizer of the mixer, which now fills the work area.
    at 30 105
    xdotool click --repeat 2 --delay 80 1
    shown editor
    # A band of it is added and dragged.
    at $((units * 2 / 5)) 300
    xdotool click --repeat 2 --delay 80 1
    sleep 1
    xdotool mousedown 1
    xdotool mousemove_relative 20 10
    xdotool mousemove_relative 20 10
    shown drag
    xdotool mouseup 1
    keys Escape
    shown back
    keys F6
    shown both
    keys i
    shown inspector
    left i
    keys question
    shown keys
    left Escape
    keys ctrl+k
    xdotool type --delay 60 'solo'
    shown palette-song
    left Escape
    keys ctrl+comma
    shown preferences-song
    left Escape
    # There is no larger scale than the largest and no smaller one than the smallest.
    if [ "$percent" -lt 200 ]; then
        keys ctrl+alt+equal
        shown larger
        left ctrl+alt+minus
    fi
    if [ "$percent" -gt 75 ]; then
        keys ctrl+alt+minus
        shown smaller
        left ctrl+alt+equal
    fi
    keys space
    sleep 3
    shot playing
    keys space
    master
    keys ctrl+1
    shown again
    keys ctrl+q
    shown unsaved
    # What was changed is given up.
    keys shift+Tab shift+Tab Return
    ended
}

# The Master view of the song: without a print, which is then made; the chain and one of its editors, the quality check, the
# assistant, a delivery; it plays, with the chain and without.
master() {
    keys ctrl+2
    shown master-empty
    # The first thing there is the button that prints the mix.
    keys Tab space
    for _ in $(seq 300); do
        [ -n "$(find "$work/home" -path '*/prints/*.wav' -print -quit)" ] && break
        sleep 0.2
    done
    shown master 60 6
    # The second effect of the chain; where a message stands above, all of this lies lower, and something else is clicked.
    at 290 $((56 + 8 + upper + 8 + 24))
    xdotool click 1
    sleep 1
    shot master-effect
    keys ctrl+shift+k
    shown master-check 60 5
    left ctrl+shift+k
    keys ctrl+shift+a
    shown master-assistant 60 5
    left Escape
    keys ctrl+shift+d
    shown master-deliver
    left Escape
    keys space
    sleep 3
    shot master-playing
    keys backslash
    shot master-bypassed
    keys backslash space
    # What the history says of a place.
    at $((units - 150)) 280
    sleep 1
    shot master-history
}

for spec in "${@:-1280x720 1600x900 1920x1080 3840x2160}"; do
    for spec in $spec; do
        theme=dark size=$spec
        [ "$size" = "${size%:*}" ] || theme=${size#*:}
        size=${size%:*}
        percent=100
        [ "$size" = "${size%@*}" ] || percent=${size#*@}
        size=${size%@*}
        name=$(tr '@:' '--' <<<"$spec")
        width=${size%x*} height=${size#*x}
        [ "$width" -lt 3000 ] || [ "$spec" != "$size" ] || percent=200
        units=$((width * 100 / percent))
        # How high print and waveform are in the Master view.
        upper=184
        [ $((height * 100 / percent)) -lt 960 ] || upper=244
        rm -rf "$work/home" "$work/logs" "$work"/*.ppm
        serve "$width" "$height"
        start_page
        song
        kill "$server"
        wait "$server" 2>/dev/null || true
        server=
        echo "$size at $percent %: $(find "$screens" -name "window-$name-*.png" | wc -l) pictures in ${SECONDS} s"
    done
done
