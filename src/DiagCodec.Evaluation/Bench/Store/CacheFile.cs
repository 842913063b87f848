using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DiagCodec.Networks.Files;

namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>
/// A result on disk, as {"sha256":"...","document":{...}}. The hash is over key and document, so that a file that was cut, changed or
/// renamed counts as missing instead of being believed.
/// </summary>
internal static class CacheFile
{
    private const int HashDigits = 64;

    private static readonly byte[] Head = "{\"sha256\":\""u8.ToArray();
    private static readonly byte[] Middle = "\",\"document\":"u8.ToArray();
    private static readonly byte[] Tail = "}\n"u8.ToArray();

    /// <returns>Null where the file is missing or broken.</returns>
    public static T? Read<T>(string path, string key, JsonTypeInfo<T> type)
        where T : class => StoredBytes.Read(path) is { } bytes ? Parse(bytes, key, type) : null;

    /// <exception cref="Imaging.Faults.OutputException">The disk is full.</exception>
    public static void Write<T>(string path, string key, T document, JsonTypeInfo<T> type)
        where T : class => OutputFile.Write(path, overwrite: true, stream => stream.Write(Format(key, document, type)));

    public static byte[] Format<T>(string key, T document, JsonTypeInfo<T> type)
        where T : class
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(document, type);
        return [.. Head, .. Encoding.ASCII.GetBytes(Hash(key, json)), .. Middle, .. json, .. Tail];
    }

    public static T? Parse<T>(ReadOnlySpan<byte> bytes, string key, JsonTypeInfo<T> type)
        where T : class
    {
        var start = Head.Length + HashDigits + Middle.Length;
        if (bytes.Length < start + Tail.Length
            || !bytes.StartsWith(Head)
            || !bytes[(Head.Length + HashDigits)..].StartsWith(Middle)
            || !bytes.EndsWith(Tail))
        {
            return null;
        }

        var json = bytes[start..^Tail.Length];
        if (Encoding.ASCII.GetString(bytes.Slice(Head.Length, HashDigits)) != Hash(key, json))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            // Whole, but written by a version with other fields.
            return null;
        }
    }

    private static string Hash(string key, ReadOnlySpan<byte> json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(key));
        hash.AppendData(json);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
