package studio.headroom.engine.live;

import studio.headroom.engine.media.MediaPool;
import studio.headroom.engine.meter.BlockTimes;
import studio.headroom.engine.meter.LoadMeter;

/// What goes on from one audio thread to the next.
///
/// @param door one audio thread at a time renders and shows
/// @param view where playing is
/// @param times how long blocks took
/// @param load of whole blocks, as unit 0
record Playing(
        LiveRender render,
        Turnstile door,
        MediaPool media,
        PlayingView view,
        BlockTimes times,
        LoadMeter load,
        int sampleRate) {}
