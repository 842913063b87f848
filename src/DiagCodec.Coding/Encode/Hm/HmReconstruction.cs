using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>Reads HM's reconstruction while HM still writes it: hash, error, and the caller's eyes, frame by frame.</summary>
internal sealed class HmReconstruction : IDisposable
{
    private readonly FrameSequence _frames;
    private readonly string _path;
    private readonly Action<int, ReadOnlyMemory<byte>>? _onFrame;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ImmutableArray<double>.Builder _errors;
    private readonly byte[] _frame;
    private readonly byte[] _source;
    private FileStream? _file;

    public HmReconstruction(FrameSequence frames, string path, Action<int, ReadOnlyMemory<byte>>? onFrame)
    {
        (_frames, _path, _onFrame) = (frames, path, onFrame);
        _errors = ImmutableArray.CreateBuilder<double>(frames.Count);
        _frame = new byte[frames.Format.FrameBytes];
        _source = new byte[frames.Format.FrameBytes];
    }

    /// <summary>Takes the frames that are there already. HM only appends, so a frame that is whole stays as it is.</summary>
    public void TakeReady(CancellationToken cancellation)
    {
        if (_file is null && File.Exists(_path))
        {
            _file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }

        while (_file is not null && _errors.Count < _frames.Count && _file.Length - _file.Position >= _frame.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            _file.ReadExactly(_frame);
            _hash.AppendData(_frame);
            _frames.Write(_errors.Count, _source);
            _errors.Add(SquaredError());
            _onFrame?.Invoke(_errors.Count - 1, _frame);
        }
    }

    /// <summary>After HM's end: takes what is left.</summary>
    /// <returns>Lower-case hex SHA-256 over all frames, and the sum of squared luma errors of each.</returns>
    /// <exception cref="ToolException">The file is missing, short or long.</exception>
    public (string Hash, ImmutableArray<double> Errors) TakeRest(CancellationToken cancellation)
    {
        TakeReady(cancellation);
        if (_file is null)
        {
            throw HmFault.Incomplete(_path, "HM ended without fault but wrote no reconstruction");
        }

        var expected = (long)_frames.Count * _frame.Length;
        if (_file.Length < expected)
        {
            throw HmFault.Incomplete(_path, $"HM's reconstruction has {_file.Length} bytes, {expected} expected for {_frames.Count} frames");
        }

        return _file.Length == expected
            ? (Convert.ToHexStringLower(_hash.GetHashAndReset()), _errors.ToImmutable())
            : throw new ToolException($"HM's reconstruction has {_file.Length} bytes, {expected} expected for {_frames.Count} frames; does this build write another format?");
    }

    public void Dispose()
    {
        _file?.Dispose();
        _hash.Dispose();
    }

    private double SquaredError()
    {
        var bytes = _frames.Format.LumaSamples * _frames.Format.BytesPerSample;
        return _frames.Format.BytesPerSample == 1
            ? SquaredError<byte>(_source.AsSpan(0, bytes), _frame.AsSpan(0, bytes))
            : SquaredError(MemoryMarshal.Cast<byte, ushort>(_source.AsSpan(0, bytes)), MemoryMarshal.Cast<byte, ushort>(_frame.AsSpan(0, bytes)));
    }

    private static long SquaredError<T>(ReadOnlySpan<T> source, ReadOnlySpan<T> decoded)
        where T : unmanaged, IBinaryInteger<T>
    {
        var sum = 0L;
        for (var i = 0; i < source.Length; i++)
        {
            var difference = long.CreateTruncating(source[i]) - long.CreateTruncating(decoded[i]);
            sum += difference * difference;
        }

        return sum;
    }
}
