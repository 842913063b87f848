using DiagCodec.Imaging.Dicom.DataSets;

namespace DiagCodec.Imaging.Dicom.Writing;

/// <summary>The item of a code sequence (PS3.3 8.8).</summary>
internal static class CodeItem
{
    public static DicomDataSet Of(string value, string scheme, string meaning)
    {
        var code = new DicomDataSet();
        code.SetText(DicomTags.CodeValue, Vr.SH, value);
        code.SetText(DicomTags.CodingSchemeDesignator, Vr.SH, scheme);
        code.SetText(DicomTags.CodeMeaning, Vr.LO, meaning);
        return code;
    }
}
