using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Segmentation.Harden;

/// <summary>
/// A folder of coded volumes, found again by the SHA-256 of everything that they follow from: samples, sample mapping, QPs, preset, and
/// the encoder with its version and options. An entry is the decoded samples behind a header with their own SHA-256; one that is broken is
/// taken for missing and replaced. Several processes may share a folder.
/// </summary>
public sealed class CodedVolumeCache
{
    private const int MagicBytes = 8;

    private const int HeaderBytes = MagicBytes + sizeof(long) + SHA256.HashSizeInBytes;

    private readonly string _folder;
    private readonly string _encoder;

    /// <param name="folder">Made where it is missing.</param>
    /// <param name="encoder">See <see cref="Coding.Encode.EncoderIdentity"/>.</param>
    /// <exception cref="OutputException">The folder cannot be made.</exception>
    public CodedVolumeCache(string folder, string encoder)
    {
        (_folder, _encoder) = (folder, encoder);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{folder}: the cache folder cannot be made: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static ReadOnlySpan<byte> Magic => "DGCCODE1"u8;

    /// <summary>The entry of a job: a path below the folder.</summary>
    public string PathOf(CodingJob job)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (source, map) = (job.Source, job.Plan.Map);
        Text(hash, _encoder);
        Text(hash, $"{job.Plan.Preset} {source.Columns} {source.Rows} {source.Slices} {source.Format} {source.Padding}");
        Text(hash, $"{job.Mapping.Kind} {job.Mapping.BitDepth} {job.Mapping.Low} {job.Mapping.High}");
        Text(hash, $"{map.BlockSize} {map.Columns} {map.Rows} {map.HighestCodedQp}");
        foreach (var frame in map.Frames)
        {
            Text(hash, $"{frame.FrameQp} {frame.HasOffsets}");
            hash.AppendData(MemoryMarshal.AsBytes(frame.HasOffsets ? frame.Offsets.AsSpan() : []));
        }

        for (var z = 0; z < source.Slices; z++)
        {
            hash.AppendData(source.SliceBytes(z));
            hash.AppendData(source.Chroma is { } chroma ? chroma[z].Span : []);
        }

        return Path.Combine(_folder, $"{Convert.ToHexStringLower(hash.GetHashAndReset())}.coded");
    }

    /// <returns>Null where there is none, or none that is whole.</returns>
    public static CodedVolume? Read(string path, CodingJob job)
    {
        byte[] entry;
        try
        {
            entry = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        var sliceBytes = job.Source.PixelsPerSlice * job.Source.Format.Bytes();
        if (entry.Length != HeaderBytes + ((long)sliceBytes * job.Source.Slices) || !entry.AsSpan().StartsWith(Magic))
        {
            return null;
        }

        var expected = entry.AsSpan(MagicBytes + sizeof(long), SHA256.HashSizeInBytes);
        if (!expected.SequenceEqual(Hash(entry.AsSpan(MagicBytes, sizeof(long)), entry.AsSpan(HeaderBytes))))
        {
            return null;
        }

        var slices = Enumerable.Range(0, job.Source.Slices).Select(z => (ReadOnlyMemory<byte>)entry.AsMemory(HeaderBytes + (z * sliceBytes), sliceBytes));
        var bytes = BinaryPrimitives.ReadInt64LittleEndian(entry.AsSpan(MagicBytes));
        return new CodedVolume(job.Source.WithSamples([.. slices]), job.Run, bytes);
    }

    /// <exception cref="OutputException">The disk is full, or the folder is not writable.</exception>
    public static void Write(string path, CodedVolume coded)
    {
        var volume = coded.Decoded;
        var samples = new byte[volume.Slices * volume.PixelsPerSlice * volume.Format.Bytes()];
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.SliceBytes(z).CopyTo(samples.AsSpan(z * samples.Length / volume.Slices));
        }

        var size = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(size, coded.Bytes);
        using var file = new PendingFile(path, overwrite: true);
        try
        {
            file.Stream.Write(Magic);
            file.Stream.Write(size);
            file.Stream.Write(Hash(size, samples));
            file.Stream.Write(samples);
        }
        catch (IOException e)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        file.Commit();
    }

    private static byte[] Hash(ReadOnlySpan<byte> size, ReadOnlySpan<byte> samples)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(size);
        hash.AppendData(samples);
        return hash.GetHashAndReset();
    }

    /// <summary>With its length in front, so that no two lists of texts run together to the same bytes.</summary>
    private static void Text(IncrementalHash hash, FormattableString text) => Text(hash, FormattableString.Invariant(text));

    private static void Text(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
