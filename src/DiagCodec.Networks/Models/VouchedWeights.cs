using System.Text.RegularExpressions;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Weights;

namespace DiagCodec.Networks.Models;

/// <summary>Weights files that a document beside them names, with their SHA-256.</summary>
internal static partial class VouchedWeights
{
    public const string DigestRule = "64 lower-case hexadecimal digits";

    /// <summary>Opens weights that are those of the document, so that no figure of a model card is claimed by others.</summary>
    /// <param name="folder">Of both files.</param>
    /// <param name="document">Name of the document, for messages.</param>
    /// <param name="file">Name of the weights file.</param>
    /// <param name="sha256">That the document has.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <exception cref="InvalidInputException">The file is missing, broken or another one.</exception>
    public static SafetensorsReader Open(string folder, string document, string file, string sha256, CancellationToken cancellation)
    {
        var weights = SafetensorsReader.Open(Path.Combine(folder, file));
        try
        {
            var found = weights.Sha256(cancellation);
            return found == sha256
                ? weights
                : throw new InvalidInputException($"{weights.Path}: expected the SHA-256 {sha256} of {document}, found {found}; get a fresh copy of the folder");
        }
        catch
        {
            weights.Dispose();
            throw;
        }
    }

    /// <summary>The two fields of a document.</summary>
    public static void Check(FieldFaults faults, string place, string file, string sha256)
    {
        faults.Expect(WeightsFile().IsMatch(file), $"{place}.file", "a plain file name that ends in .safetensors", file);
        faults.Expect(IsDigest(sha256), $"{place}.sha256", DigestRule, sha256);
    }

    public static bool IsDigest(string sha256) => Digest().IsMatch(sha256);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.safetensors\z", RegexOptions.CultureInvariant)]
    private static partial Regex WeightsFile();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
