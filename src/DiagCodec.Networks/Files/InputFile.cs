using System.Security.Cryptography;
using DiagCodec.Imaging.Faults;
using Microsoft.Win32.SafeHandles;

namespace DiagCodec.Networks.Files;

/// <summary>Opens, reads and hashes regular files; every failure of the system becomes an <see cref="InvalidInputException"/>.</summary>
internal static class InputFile
{
    private const int HashBlock = 1 << 17;

    /// <summary>Opens a regular file for reads at any place. Pipes and devices have length 0 and would hang whoever opens them.</summary>
    public static SafeFileHandle Open(string path, long shortest)
    {
        var length = Length(path);
        if (length < shortest)
        {
            throw new InvalidInputException($"{path}: expected at least {shortest} bytes, found {length}; get a fresh copy of it");
        }

        return Guard(path, () => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read));
    }

    public static byte[] ReadAll(string path, long longest)
    {
        var length = Length(path);
        return length <= longest
            ? Guard(path, () => File.ReadAllBytes(path))
            : throw new InvalidInputException($"{path}: expected at most {longest} bytes, found {length}; this is another kind of file");
    }

    /// <summary>Fills <paramref name="target"/> from the place <paramref name="offset"/>.</summary>
    public static void Read(SafeFileHandle handle, string path, Span<byte> target, long offset)
    {
        while (!target.IsEmpty)
        {
            int count;
            try
            {
                count = RandomAccess.Read(handle, target, offset);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw CannotRead(path, e);
            }

            if (count == 0)
            {
                throw new InvalidInputException($"{path}: ends {target.Length} bytes too early; get a fresh copy of it");
            }

            target = target[count..];
            offset += count;
        }
    }

    /// <summary>SHA-256 in 64 lower-case hexadecimal digits.</summary>
    public static string Sha256(SafeFileHandle handle, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[HashBlock];
        var length = RandomAccess.GetLength(handle);
        for (long offset = 0; offset < length; offset += buffer.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = buffer.AsSpan(0, (int)Math.Min(buffer.Length, length - offset));
            Read(handle, path, block, offset);
            hash.AppendData(block);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string Sha256(string path, CancellationToken cancellation)
    {
        using var handle = Open(path, 0);
        return Sha256(handle, path, cancellation);
    }

    private static long Length(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidInputException($"{path}: is not there, or is no file; check the name");
        }

        return Guard(path, () => new FileInfo(path).Length);
    }

    private static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(path, e);
        }
    }

    private static InvalidInputException CannotRead(string path, Exception cause) =>
        new($"{path}: cannot be read: {cause.Message.ReplaceLineEndings(" ")}", cause);
}
