package studio.headroom.engine.automation;

/// Where a control is.
///
/// @param stripId the strip whose mode counts for it
/// @param ownerId that strip, or an insert or send of it
/// @param paramId the control of the owner
public record Address(String stripId, String ownerId, String paramId) {}
