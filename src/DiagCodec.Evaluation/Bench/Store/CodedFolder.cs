using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.Files;

namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>A coded case on disk: stream/ as the method left it, coded.json, and qps.json.br (docs/qp-map.md) where QPs were chosen.</summary>
internal sealed class CodedFolder(string path, string key)
{
    private const int LongestMap = 1 << 28;

    public string Stream => Path.Combine(path, "stream");

    private string Document => Path.Combine(path, "coded.json");

    private string Map => Path.Combine(path, "qps.json.br");

    /// <returns>Null where the folder is missing or not as it was written: files have other names or sizes. Their bytes are looked at by <see cref="IsWhole"/>.</returns>
    public CodedFacts? Read() =>
        CacheFile.Read(Document, key, CacheContext.Default.CodedFacts) is { } facts
        && Directory.Exists(Stream)
        && Files(Stream).SequenceEqual(facts.Files)
        && (facts.QpsSha256 is null || File.Exists(Map))
            ? facts
            : null;

    /// <summary>Whether streams and QP map still have the bytes that were written.</summary>
    public bool IsWhole(CodedFacts facts) =>
        Hash(Stream, facts.Files) == facts.StreamSha256 && (facts.QpsSha256 is null || MapText(facts) is not null);

    /// <summary>Encodes into a new folder that appears when it is whole.</summary>
    /// <param name="bitDepth">Of the code values.</param>
    /// <param name="encode">Gets an empty folder; gives what it made and the seconds that took.</param>
    public async Task<CodedFacts> WriteAsync(int bitDepth, Func<string, Task<(CodedCase Coded, TimeSpan Time)>> encode)
    {
        OutputFolder.Make(Path.GetDirectoryName(path)!);
        using var pending = new PendingFolder(path, overwrite: true) { IsDurable = false };
        var stream = Path.Combine(pending.TemporaryPath, "stream");
        OutputFolder.Make(stream);
        var (coded, time) = await encode(stream);
        var files = Files(stream);
        var map = coded.Map is null ? null : TextOf(coded.Map);
        var facts = new CodedFacts(
            coded.Bytes,
            bitDepth,
            coded.Commands,
            coded.ReconstructionSha256,
            map is null ? null : Convert.ToHexStringLower(SHA256.HashData(map)),
            files,
            Hash(stream, files),
            coded.Allocation.TotalSeconds,
            Math.Max(0, (time - coded.Allocation).TotalSeconds));
        OutputFile.Guard(path, () =>
        {
            if (map is not null)
            {
                File.WriteAllBytes(Path.Combine(pending.TemporaryPath, Path.GetFileName(Map)), StoredBytes.Compress(map));
            }

            WriteDocument(pending, facts);
        });
        pending.Commit();
        return facts;
    }

    /// <summary>Copies what another point coded by the same plan.</summary>
    /// <param name="other">Whose streams are whole.</param>
    /// <param name="facts">What is known of them, with what choosing the QPs took here.</param>
    public void Copy(CodedFolder other, CodedFacts facts)
    {
        OutputFolder.Make(Path.GetDirectoryName(path)!);
        using var pending = new PendingFolder(path, overwrite: true) { IsDurable = false };
        OutputFile.Guard(path, () =>
        {
            foreach (var file in facts.Files)
            {
                var copy = Path.Combine(pending.TemporaryPath, "stream", file.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(Path.Combine(other.Stream, file.Name), copy);
            }

            if (facts.QpsSha256 is not null)
            {
                File.Copy(other.Map, Path.Combine(pending.TemporaryPath, Path.GetFileName(Map)));
            }

            WriteDocument(pending, facts);
        });
        pending.Commit();
    }

    /// <exception cref="VerificationException">The map is broken or gone.</exception>
    public QpMap? ReadMap(CodedFacts facts)
    {
        if (facts.QpsSha256 is null)
        {
            return null;
        }

        var text = MapText(facts) ?? throw new VerificationException($"{Path.GetFileName(Map)}: was changed after it was written; run the bench again");
        return QpMapJson.Parse(Encoding.UTF8.GetString(text), Path.GetFileName(Map)) with { HighestCodedQp = QpMap.HighestCodedQpAt(facts.BitDepth) };
    }

    public void Remove() => OutputFile.Guard(path, () =>
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    });

    private byte[]? MapText(CodedFacts facts) =>
        StoredBytes.Read(Map) is { } bytes
        && StoredBytes.DecompressAtMost(bytes, LongestMap) is { } text
        && Convert.ToHexStringLower(SHA256.HashData(text)) == facts.QpsSha256
            ? text
            : null;

    private void WriteDocument(PendingFolder pending, CodedFacts facts) =>
        File.WriteAllBytes(Path.Combine(pending.TemporaryPath, Path.GetFileName(Document)), CacheFile.Format(key, facts, CacheContext.Default.CodedFacts));

    private static byte[] TextOf(QpMap map)
    {
        using var text = new StringWriter();
        QpMapJson.Write(text, map);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static ImmutableArray<StreamFile> Files(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(f => new StreamFile(Path.GetRelativePath(folder, f.FullName), f.Length))
            .OrderBy(f => f.Name, StringComparer.Ordinal),
    ];

    private static string Hash(string folder, ImmutableArray<StreamFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{file.Name}\n{file.Bytes}\n")));
            using var stream = File.OpenRead(Path.Combine(folder, file.Name));
            var block = new byte[1 << 16];
            int count;
            while ((count = stream.Read(block)) > 0)
            {
                hash.AppendData(block, 0, count);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
