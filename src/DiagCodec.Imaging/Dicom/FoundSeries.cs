using System.Collections.Immutable;
using DiagCodec.Imaging.Dicom.Reading;

namespace DiagCodec.Imaging.Dicom;

/// <summary>A DICOM image series found in a folder. Nothing in it identifies the patient but the UID.</summary>
/// <param name="Uid">Series Instance UID; empty when the files do not say it.</param>
/// <param name="Modality">CT, MR ...; empty when the files do not say it.</param>
/// <param name="Columns">Of the first file.</param>
/// <param name="Rows">Of the first file.</param>
/// <param name="Frames">In all files together.</param>
/// <param name="Files">In the order of their paths.</param>
public sealed record FoundSeries(string Uid, string Modality, int Columns, int Rows, int Frames, ImmutableArray<DicomFileEntry> Files)
{
    public override string ToString() =>
        $"{(Uid.Length > 0 ? OneLine.Of(Uid) : "(no UID)")} ({OneLine.Of(Modality)} {Columns}x{Rows}, {Frames} {(Frames == 1 ? "slice" : "slices")} in {Files.Length} {(Files.Length == 1 ? "file" : "files")})";
}
