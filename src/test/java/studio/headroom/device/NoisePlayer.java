package studio.headroom.device;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputLine.Outcome;
import studio.headroom.engine.output.OutputRequest;

/// Plays known noise through the output `default`, in a process of its own; its arguments are the bits of the line and
/// the number of frames, 0 for as long as the line lasts,
/// and again when it is back. Prints a line with what happened.
final class NoisePlayer {
    static final int BLOCK = 1024;
    private static final int BLOCKS = 12;
    /// Blocks after which the line is in full swing and the code has been run often enough.
    private static final int WARM = 40;

    private NoisePlayer() {}

    /// On the grid of 24 bits, between ±1/2, and never 0.
    static float[][] noise(int frames) {
        SplittableRandom random = new SplittableRandom(24);
        float[][] noise = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            noise[0][i] = (1 + random.nextInt((1 << 22) - 1)) * (random.nextBoolean() ? 0x1p-23f : -0x1p-23f);
            noise[1][i] = (1 + random.nextInt((1 << 22) - 1)) * (random.nextBoolean() ? 0x1p-23f : -0x1p-23f);
        }
        return noise;
    }

    public static void main(String[] arguments) throws IOException {
        int bits = Integer.parseInt(arguments[0]);
        int frames = Integer.parseInt(arguments[1]);
        OutputDevices devices = OutputDevices.ofSystem((path, rate) -> {
            throw new IOException(path);
        });
        OutputDevice device = devices.find("default");
        OutputRequest request = new OutputRequest(SoundServer.RATE, BLOCK, BLOCKS, 0, bits);
        if (frames == 0) {
            playUntilLost(device.open(request));
            openInVain(device, request);
            playUntilLost(openAgain(device, request));
        } else {
            play(device.open(request), noise(frames));
        }
    }

    private static void play(OutputLine line, float[][] noise) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[][] block = new float[2][BLOCK];
        int late = 0;
        long allocated = 0;
        int count = 0;
        for (int done = 0; done < noise[0].length; done += BLOCK, count++) {
            int part = Math.min(BLOCK, noise[0].length - done);
            System.arraycopy(noise[0], done, block[0], 0, part);
            System.arraycopy(noise[1], done, block[1], 0, part);
            long before = threads.getCurrentThreadAllocatedBytes();
            Outcome outcome = line.write(block, part);
            long pending = line.pendingFrames();
            allocated += count < WARM ? 0 : threads.getCurrentThreadAllocatedBytes() - before;
            late += outcome == Outcome.LATE ? 1 : 0;
            if (outcome == Outcome.LOST || pending > line.bufferFrames()) {
                throw new IOException(outcome + ", " + pending + " frames pending");
            }
        }
        line.finish();
        System.out.println("late " + late + ", allocated " + allocated + ", " + line.format());
    }

    private static void playUntilLost(OutputLine line) {
        float[][] block = noise(BLOCK);
        Outcome outcome = Outcome.ON_TIME;
        for (int i = 0; outcome != Outcome.LOST; i++) {
            outcome = line.write(block, BLOCK);
            if (i == WARM) {
                System.out.println("playing");
            }
        }
        line.close();
        System.out.println("lost");
    }

    private static void openInVain(OutputDevice device, OutputRequest request) {
        try {
            device.open(request).close();
            System.out.println("opened");
        } catch (DeviceException e) {
            System.out.println("refused");
        }
    }

    /// As often as it takes until it is there again.
    private static OutputLine openAgain(OutputDevice device, OutputRequest request) throws DeviceException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (true) {
            try {
                return device.open(request);
            } catch (DeviceException e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
            }
        }
    }
}
