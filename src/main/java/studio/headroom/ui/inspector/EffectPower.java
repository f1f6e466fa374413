package studio.headroom.ui.inspector;

import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.mixer.InsertModel;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.EditTarget;

/// The switch of an effect, on where its bypass is off. UI thread.
final class EffectPower implements EditTarget, AutoCloseable {
    private static final Param POWER =
            new Param("power", "On", Unit.NONE, new Range.Toggle(), 1, Smoothing.NONE, false);

    private final InsertModel insert;
    private final ControlModel bypass;
    private final ControlModel model;
    private final Runnable unwatch;

    /// @param owner the strip's name
    EffectPower(InsertModel insert, String owner) {
        this.insert = insert;
        bypass = insert.bypass();
        model = new ControlModel(
                POWER,
                owner + " " + insert.label() + " on",
                "Passes the sound through the effect. Off, it goes by untouched and as late.",
                this);
        unwatch = bypass.observe(this::show);
        show();
    }

    InsertModel insert() {
        return insert;
    }

    ControlModel model() {
        return model;
    }

    private void show() {
        model.setAutomated(bypass.automated());
        model.show(1 - bypass.value());
    }

    @Override
    public void begin() {
        bypass.begin();
    }

    @Override
    public void move(double plain) {
        bypass.move(1 - plain);
    }

    @Override
    public void end() {
        bypass.end();
    }

    @Override
    public void cancel(double before) {
        bypass.cancel();
    }

    @Override
    public void close() {
        unwatch.run();
    }
}
