using System.Runtime.ExceptionServices;

namespace DiagCodec.Imaging.Dicom.Reading;

/// <summary>Does the same with every file, on all cores. When several fail, the first in order counts, so that messages repeat.</summary>
internal static class EveryFile
{
    public static T[] Do<T>(IReadOnlyList<DicomFileEntry> files, Func<DicomFileEntry, T> work, CancellationToken cancellation)
    {
        var results = new T[files.Count];
        var faults = new ExceptionDispatchInfo?[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            try
            {
                results[i] = work(files[i]);
            }
            catch (Exception e)
            {
                faults[i] = ExceptionDispatchInfo.Capture(e);
            }
        });
        cancellation.ThrowIfCancellationRequested();
        Array.Find(faults, f => f is not null)?.Throw();
        return results;
    }
}
