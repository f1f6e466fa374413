package studio.headroom.mastering.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.headroom.mastering.Target;

/// Section 1b of the notes on mastering, rule by rule.
class PlaybackForecastTest {
    private static PlaybackForecast of(String service, double lufs, double truePeak) {
        return PlaybackForecast.of(PlaybackService.find(service).orElseThrow(), lufs, truePeak);
    }

    private static void plays(PlaybackForecast forecast, double lufs, double changeDb) {
        // Sums of decimal figures.
        assertThat(forecast.playsAt()).isCloseTo(lufs, within(1e-9));
        assertThat(forecast.changeDb()).isCloseTo(changeDb, within(1e-9));
    }

    @Test
    void spotifyTurnsLoudMastersDownAndThenAdvisesMoreHeadroom() {
        PlaybackForecast forecast = of("spotify", -11.9, -1);
        plays(forecast, -14, -2.1);
        assertThat(forecast.advisedDbtp()).isEqualTo(-2);
        assertThat(forecast.peakHolds()).isFalse();
        assertThat(forecast.words()).isEqualTo("Spotify turns it down by 2.1 dB.");
    }

    /// The example on Spotify's own page: -20 LUFS with -5 dBTP plays at -16.
    @Test
    void spotifyRaisesOnlyUntilADecibelOfHeadroomIsLeft() {
        PlaybackForecast forecast = of("spotify", -20, -5);
        plays(forecast, -16, 4);
        assertThat(forecast.shortDb()).isCloseTo(2, within(1e-9));
        assertThat(forecast.limitedDb()).isZero();
        assertThat(forecast.peakHolds()).isTrue();
        assertThat(forecast.words())
                .isEqualTo("Spotify raises it by 4.0 dB, until its peaks have no more room: it stays 2.0 dB softer"
                        + " than others.");
        plays(of("spotify", -16, -9), -14, 2);
        // Peaks that are above the headroom already are not turned down for that.
        plays(of("spotify", -16, -0.2), -16, 0);
    }

    @Test
    void spotifyLoudRaisesAllTheWayAndLimits() {
        PlaybackForecast forecast = of("spotify-loud", -16, -3);
        plays(forecast, -11, 5);
        assertThat(forecast.limitedDb()).isCloseTo(3, within(1e-9));
        assertThat(forecast.words())
                .isEqualTo("Spotify, loud raises it by 5.0 dB and limits its peaks by up to 3.0 dB.");
        plays(of("spotify-loud", -9, -1), -11, -2);
        assertThat(of("spotify-loud", -9, -1).limitedDb()).isZero();
        assertThat(of("spotify-loud", -14, -8).limitedDb()).isZero();
    }

    @Test
    void spotifyQuietPlaysAtNineteen() {
        plays(of("spotify-quiet", -11.9, -1), -19, -7.1);
    }

    @Test
    void appleMusicPlaysAtSixteenBothWays() {
        plays(of("apple-music", -11.9, -1), -16, -4.1);
        plays(of("apple-music", -20, -4), -17, 3);
        assertThat(of("apple-music", -11.9, -1).peakHolds()).isTrue();
        assertThat(of("apple-music", -11.9, -0.5).peakHolds()).isFalse();
    }

    @Test
    void youTubeOnlyTurnsDown() {
        plays(of("youtube", -11.9, -1), -14, -2.1);
        PlaybackForecast quiet = of("youtube", -18, -6);
        plays(quiet, -18, 0);
        assertThat(quiet.shortDb()).isCloseTo(4, within(1e-9));
        assertThat(quiet.words())
                .isEqualTo("YouTube leaves it as it is, though it is 4.0 dB softer than others: quiet music is not"
                        + " raised.");
    }

    /// The published example: -5.3 LUFS loses about 2 dB in the Music app and over 8 in videos.
    @Test
    void youTubeMusicTurnsDownOnlyAboveSeven() {
        plays(of("youtube-music", -5.3, -1), -7, -1.7);
        plays(of("youtube", -5.3, -1), -14, -8.7);
        plays(of("youtube-music", -9, -1), -9, 0);
    }

    @Test
    void tidalDeezerSoundCloudAndAmazonDoNotRaise() {
        for (String service : List.of("tidal", "deezer", "soundcloud", "amazon")) {
            plays(of(service, -20, -6), -20, 0);
        }
        plays(of("tidal", -10, -1), -14, -4);
        plays(of("deezer", -10, -1), -15, -5);
        plays(of("soundcloud", -10, -1), -14, -4);
        plays(of("amazon", -10, -1), -14, -4);
    }

    @Test
    void amazonAdvisesTwoDecibelsOfHeadroomForAllMasters() {
        assertThat(of("amazon", -20, -1).peakHolds()).isFalse();
        assertThat(of("amazon", -20, -2).peakHolds()).isTrue();
    }

    @Test
    void discsKeepTheirLevel() {
        PlaybackForecast disc = of("cd", -8, -0.3);
        plays(disc, -8, 0);
        assertThat(disc.shortDb()).isZero();
        assertThat(disc.peakHolds()).isTrue();
        assertThat(of("cd", -8, 0).peakHolds()).isFalse();
        assertThat(disc.words()).isEqualTo("CD leaves the level as it is.");
        plays(of("vinyl", -12, -3), -12, 0);
    }

    @Test
    void broadcastPlaysAtTwentyThree() {
        plays(of("ebu-r128", -14, -1), -23, -9);
    }

    @Test
    void aMasterAtTheLevelIsLeftAlone() {
        PlaybackForecast forecast = of("spotify", -14, -1);
        plays(forecast, -14, 0);
        assertThat(forecast.advisedDbtp()).isEqualTo(-1);
        assertThat(forecast.peakHolds()).isTrue();
        assertThat(forecast.words()).isEqualTo("Spotify leaves it as it is.");
    }

    @Test
    void silenceIsNotChanged() {
        for (PlaybackService service : PlaybackService.all()) {
            PlaybackForecast forecast =
                    PlaybackForecast.of(service, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
            assertThat(forecast.changeDb()).isZero();
            assertThat(forecast.peakHolds()).isTrue();
        }
    }

    /// Everything holds together: nobody is played louder than asked for, and nothing is raised into its ceiling.
    @Test
    void noForecastContradictsItself() {
        for (PlaybackService service : PlaybackService.all()) {
            for (double lufs = -30; lufs <= -5; lufs += 0.5) {
                for (double peak = -12; peak <= 1; peak += 0.5) {
                    PlaybackForecast forecast = PlaybackForecast.of(service, lufs, peak);
                    // Sums of decimal figures.
                    assertThat(forecast.playsAt() - forecast.changeDb()).isCloseTo(lufs, within(1e-9));
                    if (service.lufs().isPresent()) {
                        assertThat(forecast.playsAt())
                                .isLessThanOrEqualTo(service.lufs().getAsDouble() + 1e-9);
                    }
                    boolean raised = forecast.changeDb() > 0;
                    boolean limits = service.change() == PlaybackService.Change.LIMIT;
                    assertThat(!raised || limits || peak + forecast.changeDb() <= -1 + 1e-9)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyTargetHasARowWithItsOwnLoudness() {
        for (Target target : Target.all()) {
            Optional<PlaybackService> service = PlaybackService.find(target.name());
            assertThat(service).as(target.name()).isPresent();
            assertThat(service.orElseThrow().lufs()).as(target.name()).isEqualTo(target.lufs());
            assertThat(service.orElseThrow().peakDbtp()).as(target.name()).isEqualTo(target.ceiling());
        }
        assertThat(PlaybackService.all()).allSatisfy(service -> {
            assertThat(service.source()).isNotBlank();
            assertThat(service.entered()).matches("20[0-9]{2}-[01][0-9]");
        });
    }
}
