namespace DiagCodec.Imaging.Dicom.DataSets;

/// <summary>Bytes that are not DICOM. Whoever knows the file's name turns it into an InvalidInputException.</summary>
internal sealed class DicomFormatException(string message) : Exception(message);
