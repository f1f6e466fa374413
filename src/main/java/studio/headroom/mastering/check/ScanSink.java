package studio.headroom.mastering.check;

import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;

/// Has all that comes looked at by a scan.
record ScanSink(AudioFormat format, QualityScan scan) implements SampleSink {
    @Override
    public void write(float[][] source, int offset, int count) {
        scan.process(source, offset, count);
    }

    @Override
    public void close() {}
}
