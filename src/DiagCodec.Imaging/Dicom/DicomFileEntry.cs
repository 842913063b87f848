namespace DiagCodec.Imaging.Dicom;

/// <summary>A file of a series.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">How messages call it: as the user would find it, also inside a zip.</param>
/// <param name="Bytes">Its length.</param>
public sealed record DicomFileEntry(string Path, string Name, long Bytes);
