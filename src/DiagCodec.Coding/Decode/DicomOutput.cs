using System.Globalization;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Dicom;

namespace DiagCodec.Coding.Decode;

/// <summary>What decoded DICOM files say of themselves.</summary>
internal static class DicomOutput
{
    public static DicomWriteOptions Options(ArchiveReader archive, DecodeSettings settings)
    {
        var manifest = archive.Manifest;
        return new DicomWriteOptions
        {
            Uids = settings.KeepUids ? UidPolicy.Keep : UidPolicy.New,
            IdentityHash = manifest.Entries[EntryNames.StreamOf(manifest)].Sha256 + manifest.Entries[EntryNames.Headers].Sha256,
            Lossy = new LossyStep((double)manifest.Source.PixelBytes / archive.VideoBytes, Description(manifest, settings.Tool))
            {
                Method = manifest.Video.Learned is null ? LossyStep.Hevc : LossyStep.Learned,
            },
            Syntax = settings.TransferSyntax,
            SoftwareVersion = settings.Tool.Split(' ')[^1],
        };
    }

    private static string Description(Manifest manifest, string tool)
    {
        var (mapping, allocation) = (manifest.Mapping, manifest.Allocation);
        var samples = mapping.Kind switch
        {
            SampleMappingKind.Shift => $"{mapping.BitDepth} bits",
            SampleMappingKind.Linear => $"{mapping.BitDepth} bits, stored range squeezed",
            _ => string.Create(CultureInfo.InvariantCulture, $"{mapping.BitDepth} bits, window {mapping.WindowCenter}/{mapping.WindowWidth}"),
        };
        return manifest.Video.Learned is { } learned
            ? $"Lossy neural network codec {learned.Codec} ({samples}, model {learned.Model} quality {learned.Quality}, weights SHA-256 {learned.WeightsSha256[..16]}), decoded by {tool}"
            : $"Lossy HEVC ({samples}, {allocation.Allocator} QP {allocation.BaseQp}, {manifest.Video.Encoder}), decoded by {tool}";
    }
}
