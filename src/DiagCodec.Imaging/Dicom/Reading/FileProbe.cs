using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Dicom.Reading;

/// <summary>What the beginning of a file says: which series it belongs to, or that it is something else.</summary>
internal sealed record FileProbe(FileProbe.Kind What, string SeriesUid, string Modality, int Columns, int Rows, int Frames, string Problem)
{
    private const int BeginningBytes = 32768;
    private const ushort ImagePixelGroup = 0x0028;

    public enum Kind
    {
        Foreign,
        Image,
        OtherObject,
        Broken,
    }

    public static FileProbe Of(DicomFileEntry entry, IDicomLibrary library)
    {
        // Pipes and devices have no length either, and would hang whoever opens them.
        if (entry.Bytes == 0)
        {
            return Nothing(Kind.Foreign, "is empty");
        }

        try
        {
            using var stream = new FileStream(entry.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var beginning = new byte[(int)Math.Min(BeginningBytes, stream.Length)];
            stream.ReadExactly(beginning);
            if (!DicomFile.LooksLikeDicom(beginning))
            {
                return Nothing(Kind.Foreign, "is not a DICOM file");
            }

            return TryParse(beginning, library, out var probe) || stream.Length == beginning.Length ? probe : OfWhole(entry, library);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{entry.Name}: cannot be read: {e.Message}", e);
        }
    }

    private static FileProbe OfWhole(DicomFileEntry entry, IDicomLibrary library)
    {
        if (entry.Bytes > Array.MaxLength)
        {
            return Nothing(Kind.Broken, "is larger than 2 GiB; split it first");
        }

        _ = TryParse(File.ReadAllBytes(entry.Path), library, out var probe);
        return probe;
    }

    private static bool TryParse(byte[] bytes, IDicomLibrary library, out FileProbe probe)
    {
        try
        {
            var file = DicomFile.Parse(bytes, library, ImagePixelGroup);
            probe = Of(file);
            return true;
        }
        catch (DicomFormatException e)
        {
            // Without the prefix the first bytes only happen to look like an attribute when nothing after them does.
            var isForeign = bytes.Length < 132 || !bytes.AsSpan(128, 4).SequenceEqual("DICM"u8);
            probe = Nothing(isForeign ? Kind.Foreign : Kind.Broken, e.Message);
            return false;
        }
    }

    private static FileProbe Of(DicomFile file)
    {
        var set = file.DataSet;
        var sopClass = set.Text(DicomTags.SopClassUid) ?? file.Meta.Text(DicomTags.MediaStorageSopClassUid) ?? string.Empty;
        var modality = set.Text(DicomTags.Modality) ?? string.Empty;
        var hasMatrix = set.Contains(DicomTags.Rows) && set.Contains(DicomTags.Columns);
        if (SopClasses.IsNotPicture(sopClass) || (!hasMatrix && !SopClasses.IsPicture(sopClass)))
        {
            var isEmpty = set.Elements.Count == 0;
            return Nothing(isEmpty ? Kind.Broken : Kind.OtherObject, isEmpty ? "has no data set" : $"is a DICOM object without an image to code ({Named(modality, sopClass)})");
        }

        return hasMatrix
            ? new FileProbe(
                Kind.Image,
                set.Text(DicomTags.SeriesInstanceUid) ?? string.Empty,
                modality,
                set.Integer(DicomTags.Columns) ?? 0,
                set.Integer(DicomTags.Rows) ?? 0,
                Math.Max(1, set.Integer(DicomTags.NumberOfFrames) ?? 1),
                string.Empty)
            : Nothing(Kind.Broken, "is an image that does not say its Rows and Columns; it may be cut short");
    }

    private static string Named(string modality, string sopClass) =>
        sopClass == "1.2.840.10008.1.3.10" ? "DICOMDIR" : modality.Length > 0 ? modality : $"SOP class {sopClass}";

    private static FileProbe Nothing(Kind kind, string problem) => new(kind, string.Empty, string.Empty, 0, 0, 0, OneLine.Of(problem));
}
