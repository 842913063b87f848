using System.Collections.Concurrent;
using System.Globalization;

namespace DiagCodec.EndToEnd.Support;

/// <summary>A folder of DICOM files as dcmtk and GDCM see it, sorted along the z axis.</summary>
internal sealed class DicomFolder
{
    private readonly ConcurrentDictionary<string, Task<short[]>> _pixels = new();

    private DicomFolder(IReadOnlyList<DicomDump> dumps) => Dumps = dumps;

    public IReadOnlyList<DicomDump> Dumps { get; }

    public IReadOnlyList<string> Files => [.. Dumps.Select(d => d.File)];

    public static async Task<DicomFolder> OpenAsync(string folder)
    {
        var dumps = new List<DicomDump>();
        foreach (var file in Folders.Files(folder))
        {
            dumps.Add(await DicomDump.OfAsync(file));
        }

        return new DicomFolder([.. dumps.OrderBy(d => double.Parse(d["0020,0032"].Split('\\')[2], CultureInfo.InvariantCulture))]);
    }

    /// <summary>One value per file, empty where there is none.</summary>
    public string[] Tag(string tag) => [.. Dumps.Select(d => d[tag])];

    /// <summary>The 16-bit stored values of one slice.</summary>
    public Task<short[]> PixelsAsync(int slice) => _pixels.GetOrAdd(Files[slice], RawPixels.ReadAsync);
}
