using System.Security.Cryptography;
using System.Text;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Files;

namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>A prediction on disk: class numbers through Brotli. Size and hash are kept elsewhere.</summary>
internal static class LabelFile
{
    /// <exception cref="Imaging.Faults.OutputException">The disk is full.</exception>
    public static void Write(string path, LabelMap labels) =>
        OutputFile.Write(path, overwrite: true, stream => stream.Write(StoredBytes.Compress(labels.Labels.Span)));

    /// <param name="path">May be missing.</param>
    /// <param name="like">Its size.</param>
    /// <param name="geometry">Of the volume that it lies on.</param>
    /// <param name="sha256">As <see cref="Sha256"/> gave it.</param>
    /// <returns>Null where the file is missing or something else.</returns>
    public static LabelMap? Read(string path, (int Columns, int Rows, int Slices) like, Geometry? geometry, string sha256)
    {
        var (columns, rows, slices) = like;
        if (StoredBytes.Read(path) is not { } bytes || StoredBytes.Decompress(bytes, columns * rows * slices) is not { } plain)
        {
            return null;
        }

        var labels = new LabelMap(columns, rows, slices, plain, geometry);
        return Sha256(labels) == sha256 ? labels : null;
    }

    /// <summary>Over size and class numbers.</summary>
    public static string Sha256(LabelMap labels)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{labels.Columns} {labels.Rows} {labels.Slices}\n")));
        hash.AppendData(labels.Labels.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
