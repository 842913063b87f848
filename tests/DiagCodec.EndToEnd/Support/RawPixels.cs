using System.Runtime.InteropServices;

namespace DiagCodec.EndToEnd.Support;

/// <summary>Stored values of DICOM files, read by GDCM's programs.</summary>
internal static class RawPixels
{
    /// <summary>The words of an uncompressed file as they stand.</summary>
    public static async Task<short[]> ReadAsync(string file)
    {
        using var scratch = new Scratch();
        await Tool.CheckedAsync("gdcmraw", "-i", file, "-o", scratch.Path("raw"));
        return MemoryMarshal.Cast<byte, short>(await File.ReadAllBytesAsync(scratch.Path("raw"))).ToArray();
    }

    /// <summary>The values of any file: unpacked where compressed, bits above the stored ones dropped, sign extended.</summary>
    public static async Task<int[]> ValuesAsync(DicomDump dump)
    {
        using var scratch = new Scratch();
        await Tool.CheckedAsync("gdcmconv", "--raw", dump.File, scratch.Path("plain.dcm"));
        await Tool.CheckedAsync("gdcmraw", "-i", scratch.Path("plain.dcm"), "-o", scratch.Path("raw"));
        var bytes = await File.ReadAllBytesAsync(scratch.Path("raw"));
        var unused = 32 - dump.Number("0028,0101");
        var signed = dump.Number("0028,0103") == 1;
        var words = dump.Number("0028,0100") == 8
            ? bytes.Select(b => (int)b)
            : MemoryMarshal.Cast<byte, ushort>(bytes).ToArray().Select(w => (int)w);
        return [.. words.Select(w => signed ? w << unused >> unused : (int)((uint)w << unused >> unused))];
    }
}
