using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.OddFiles;

/// <summary>Every file and folder of dicom-odd and what becomes of it: refused, or coded with these findings.</summary>
internal static class OddEntries
{
    /// <summary>Shown in place of the entries where the data is not there, so that the tests are seen to be skipped.</summary>
    private const string Absent = "(no real images here)";

    private static readonly string[] FoldersOfSingleFiles = ["dcm_qa_ts", "dcm_qa_12bit", "pydicom", "dicom2nifti"];

    /// <summary>A word that the one line of a refusal must hold.</summary>
    public static IReadOnlyDictionary<string, string> Refused { get; } = new Dictionary<string, string>
    {
        ["dicom2nifti/generic_rgb_001"] = "colour",
        ["pydicom/ExplVR_BigEndNoMeta.dcm"] = "without an image",
        ["pydicom/ExplVR_LitEndNoMeta.dcm"] = "without an image",
        ["pydicom/JPEG2000-embedded-sequence-delimiter.dcm"] = "compressed data",
        ["pydicom/MR_truncated.dcm"] = "8130",
        ["pydicom/SC_rgb_small_odd.dcm"] = "colour",
        ["pydicom/meta_missing_tsyntax.dcm"] = "data set",
        ["pydicom/no_meta.dcm"] = "not a DICOM file",
    };

    /// <summary>Codes of the findings, in order; entries that are not listed have none.</summary>
    public static IReadOnlyDictionary<string, string[]> Findings { get; } = new Dictionary<string, string[]>
    {
        ["dcm_qa_12bit/12bitSigned_0x0F0F.dcm"] = ["unused-bits"],
        ["dcm_qa_12bit/12bitUnsigned.dcm"] = ["unused-bits"],
        ["dcm_qa_12bit/12bitUnsigned_0x0F0F.dcm"] = ["unused-bits"],
        ["dcm_qa_ts"] = ["repeated-positions"],
        ["dicom2nifti/failing_gantrytilting_001"] = ["gantry-tilt"],
        ["dicom2nifti/failing_notavolume_001"] = ["repeated-positions"],
        ["dicom2nifti/failing_sliceincrement_001"] = ["missing-slices"],
        ["dicom2nifti/failing_sliceorientation_001"] = ["mixed-orientations"],
        ["dicom2nifti/generic_anatomical_002_non_isotropic"] = ["slopes-differ"],
        ["dicom2nifti/philips_mixed_slopes"] = ["repeated-positions", "slopes-differ"],
        ["pydicom/693_J2KI.dcm"] = ["lossy-source"],
        ["pydicom/MR_small_padded.dcm"] = ["excess-pixel-data"],
    };

    /// <summary>
    /// Attributes that dciodvfy asks for, or no longer allows, because Image Type turned from ORIGINAL to DERIVED. What they say of
    /// the acquisition stays true, so they are neither invented nor dropped.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> JudgedOtherwiseWhenDerived { get; } = new Dictionary<string, string[]>
    {
        ["dicom2nifti/siemens_multiframe.dcm"] = ["<MRAcquisitionType>"],
        ["dicom2nifti/hyperfine_multiframe.dcm"] = ["<MRAcquisitionType>", "<SourceImageEvidenceSequence>"],
        ["pydicom/image_dfl.dcm"] = ["<Laterality>"],
    };

    public static TheoryData<string> All => [.. Names()];

    public static TheoryData<string> Accepted => [.. Names().Where(n => !Refused.ContainsKey(n))];

    public static string Path(string entry) => RealData.Require("dicom-odd", entry);

    private static IEnumerable<string> Names()
    {
        if (RealData.Root() is not { } root || !Directory.Exists(System.IO.Path.Combine(root, "dicom-odd")))
        {
            return [Absent];
        }

        var odd = System.IO.Path.Combine(root, "dicom-odd");
        return FoldersOfSingleFiles
            .SelectMany(folder => Directory.EnumerateFileSystemEntries(System.IO.Path.Combine(odd, folder)))
            .Append(System.IO.Path.Combine(odd, "dcm_qa_ts"))
            .Select(path => System.IO.Path.GetRelativePath(odd, path))
            .Order(StringComparer.Ordinal);
    }
}
