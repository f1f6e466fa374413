package studio.headroom.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The most memory that this process has taken so far, in MB.
final class PeakMemory {
    private PeakMemory() {}

    /// All that was resident: heap, code, buffers and all; where the system does not say, the heap alone. Linux keeps
    /// the high-water mark.
    static double processMb() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .findFirst()
                    .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
                    .orElseGet(PeakMemory::heapMb);
        } catch (IOException | UncheckedIOException e) {
            return heapMb();
        }
    }

    /// What the heap held.
    static double heapMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(java.lang.management.MemoryUsage::getUsed)
                        .sum()
                / 1e6;
    }
}
