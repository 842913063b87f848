namespace DiagCodec.Imaging.Series;

/// <summary>Where a slice was found: the file (index into <see cref="SourceHeaders.Files"/>) and the frame in it, both from 0.</summary>
public readonly record struct SliceOrigin(int File, int Frame);
