package studio.headroom.ui.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.analysis.KeyEstimate;
import studio.headroom.dsp.analysis.OnsetDetection;
import studio.headroom.dsp.analysis.OnsetEnvelope;
import studio.headroom.dsp.analysis.TempoEstimate;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.Tempo;
import studio.headroom.project.edit.ClipCuts;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.RippleEdits;
import studio.headroom.project.edit.SongEdits;

/// What was heard in some clips: their tempo, where notes begin, their key. It is offered and never forced.
///
/// @param clips as they lay when they were heard
/// @param start the frame of the timeline at which the sound begins
/// @param firstBeat the frame of the timeline of the first beat
/// @param onsets frames of the timeline, rising
record Findings(List<Clip> clips, long start, long firstBeat, List<Long> onsets, TempoEstimate tempo, KeyEstimate key) {
    /// A tempo that is so near to a whole number may be meant as one, in beats a minute.
    private static final double WHOLE = 0.1;

    Findings {
        clips = List.copyOf(clips);
        onsets = List.copyOf(onsets);
    }

    /// Listens to clips, twice through.
    ///
    /// @param clips of the song, at least one
    static Findings of(Project song, List<Clip> clips, MediaLibrary library, Listening.Progress progress)
            throws IOException {
        double all = 2.0;
        OnsetEnvelope envelope;
        long start;
        try (ClipSound sound = new ClipSound(song, clips, library, true)) {
            start = sound.start();
            envelope = OnsetEnvelope.of(new Counted(sound, progress, 0, all), progress);
        }
        KeyEstimate key;
        try (ClipSound sound = new ClipSound(song, clips, library, true)) {
            key = KeyEstimate.of(new Counted(sound, progress, 1, all), progress);
        }
        TempoEstimate tempo = TempoEstimate.of(envelope);
        List<Long> onsets = Arrays.stream(OnsetDetection.of(envelope).seconds())
                .mapToObj(seconds -> start + Math.round(seconds * song.sampleRate()))
                .toList();
        long first = start + Math.round(tempo.firstBeat() * song.sampleRate());
        return new Findings(clips, start, first, onsets, tempo, key);
    }

    /// A sound that says how far it is.
    private record Counted(ClipSound sound, Listening.Progress progress, int before, double all)
            implements SampleStream {
        @Override
        public AudioFormat format() {
            return sound.format();
        }

        @Override
        public long expectedFrames() {
            return sound.expectedFrames();
        }

        @Override
        public int read(float[][] target, int offset, int count) throws IOException {
            int read = sound.read(target, offset, count);
            progress.at((before + (double) sound.position() / Math.max(1, sound.expectedFrames())) / all);
            return read;
        }

        @Override
        public void close() {}
    }

    /// The tempi that it may have, the likeliest first, to a hundredth: what was found, the whole number beside it, and
    /// what it is taken for most often. None where no tempo was found.
    List<Double> tempi() {
        if (!tempo.isKnown()) {
            return List.of();
        }
        List<Double> tempi = new ArrayList<>();
        tempi.add(hundredths(tempo.beatsPerMinute()));
        double whole = Math.rint(tempo.beatsPerMinute());
        if (Math.abs(whole - tempo.beatsPerMinute()) < WHOLE) {
            tempi.add(whole);
        }
        tempo.alternatives().forEach(other -> tempi.add(hundredths(other)));
        return tempi.stream().distinct().toList();
    }

    private static double hundredths(double tempo) {
        return Math.rint(tempo * 100) / 100;
    }

    /// The keys that it may have, the likeliest first, with the relative and the parallel one. None where no key was
    /// found.
    List<KeyEstimate.Key> keys() {
        if (!key.isKnown()) {
            return List.of();
        }
        KeyEstimate.Key best = key.key();
        List<KeyEstimate.Key> keys = new ArrayList<>(List.of(best));
        key.ranking().stream().limit(3).map(KeyEstimate.Candidate::key).forEach(keys::add);
        keys.addAll(List.of(best.relative(), best.parallel()));
        return keys.stream().distinct().toList();
    }

    /// How sure an answer is, in words.
    ///
    /// @param confidence 0 to 1
    static String sureness(double confidence) {
        return confidence >= 0.75 ? "sure" : confidence >= 0.5 ? "likely" : "a guess";
    }

    static Edit setTempo(Project song, double beatsPerMinute) {
        Tempo now = song.tempo();
        return SongEdits.tempo(new Tempo(beatsPerMinute, now.beatsPerBar(), now.beatUnit()));
    }

    /// Where the first beat lies now that clips may have been moved; empty where the clip that it is in has gone.
    OptionalLong firstBeat(Project song) {
        Clip heard = clips.stream()
                .filter(clip -> firstBeat >= clip.start() && firstBeat < clip.end())
                .findFirst()
                .orElse(clips.getFirst());
        long inMedia = heard.inMedia(firstBeat);
        return song.strips().stream()
                .flatMap(strip -> strip.clips().stream())
                .filter(clip -> clip.id().equals(heard.id()))
                .mapToLong(clip -> clip.onTimeline(inMedia))
                .findFirst();
    }

    /// How the song is moved so that a beat begins a bar.
    ///
    /// @param bar that begins there then, from 1
    /// @param frames by which the whole song comes later; 0 where the beat begins a bar already
    record ToBar(long bar, long frames) {
        static ToBar of(Project song, long beat, double beatsPerMinute) {
            Tempo tempo = song.tempo();
            double perBar = 240.0 * song.sampleRate() * tempo.beatsPerBar() / (beatsPerMinute * tempo.beatUnit());
            long before = Math.round(Math.floor(Math.max(0, beat) / perBar));
            // A frame or two behind the bar line are rounding.
            if (beat - Math.round(before * perBar) <= 2) {
                return new ToBar(before + 1, 0);
            }
            return new ToBar(before + 2, Math.round((before + 1) * perBar) - beat);
        }
    }

    /// Sets the tempo, and moves the whole song so that a beat begins a bar.
    static Edit toBar(Project song, long beat, double beatsPerMinute) {
        ToBar to = ToBar.of(song, beat, beatsPerMinute);
        List<Edit> edits = new ArrayList<>(List.of(setTempo(song, beatsPerMinute)));
        if (to.frames() > 0) {
            edits.add(RippleEdits.insertTime(0, to.frames()));
        }
        return Edit.sequence("First beat to bar " + to.bar(), edits);
    }

    OnsetMarks marks() {
        return OnsetMarks.of(clips, onsets);
    }

    /// Cuts those of the clips that are still there where notes begin in them.
    Edit split(Project song) {
        Set<String> ids = clips.stream().map(Clip::id).collect(Collectors.toSet());
        OnsetMarks marks = marks();
        List<Clip> there = song.strips().stream()
                .flatMap(strip -> strip.clips().stream())
                .filter(clip -> ids.contains(clip.id()))
                .toList();
        // Before the attack, so that it is whole when the parts are moved.
        long before = Math.round(ClipCuts.DECLICK_SECONDS * song.sampleRate());
        Set<Long> frames = there.stream()
                .flatMapToLong(clip -> marks.in(clip, clip.start(), clip.end()))
                .map(frame -> frame - before)
                .boxed()
                .collect(Collectors.toSet());
        Set<String> found = there.stream().map(Clip::id).collect(Collectors.toSet());
        return ClipCuts.splitAt(found, frames, ClipCuts.DECLICK_SECONDS);
    }
}
