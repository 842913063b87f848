namespace DiagCodec.Imaging.Series;

/// <summary>Something about a series that a user should know and that does not stop it from being coded.</summary>
/// <param name="Code">A short stable name for machines: gantry-tilt, missing-slices, repeated-positions, lossy-source ...</param>
/// <param name="Message">One sentence: what was found, where, and what is done about it.</param>
public sealed record SeriesFinding(string Code, string Message);
