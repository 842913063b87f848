using DiagCodec.Imaging.Dicom.DataSets;

namespace DiagCodec.Imaging.Dicom.Writing;

/// <summary>The file meta information of what diagcodec writes (PS3.10 7.1).</summary>
internal static class FileMeta
{
    // A UUID of our own, once for all versions (PS3.7 D.3.3.2); the version is in the name beside it.
    private const string ImplementationClass = "2.25.136410418187265914872041837154937052913";
    private const int LongestVersionName = 16;

    public static DicomDataSet Of(DicomDataSet set, string transferSyntax, string softwareVersion)
    {
        var meta = new DicomDataSet();
        var name = $"DIAGCODEC {softwareVersion}";
        meta.Set(new DicomElement(DicomTags.FileMetaInformationVersion, Vr.OB, new byte[] { 0, 1 }));
        meta.SetText(DicomTags.MediaStorageSopClassUid, Vr.UI, set.Text(DicomTags.SopClassUid) ?? string.Empty);
        meta.SetText(DicomTags.MediaStorageSopInstanceUid, Vr.UI, set.Text(DicomTags.SopInstanceUid) ?? string.Empty);
        meta.SetText(DicomTags.TransferSyntaxUid, Vr.UI, transferSyntax);
        meta.SetText(DicomTags.ImplementationClassUid, Vr.UI, ImplementationClass);
        meta.SetText(DicomTags.ImplementationVersionName, Vr.SH, name[..Math.Min(LongestVersionName, name.Length)]);
        return meta;
    }
}
