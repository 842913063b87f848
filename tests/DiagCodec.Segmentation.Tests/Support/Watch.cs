using DiagCodec.Segmentation.Train;

namespace DiagCodec.Segmentation.Tests.Support;

/// <summary>Hears of every step as it is done, on the thread that does it.</summary>
internal sealed class Watch(Action<TrainingProgress>? react = null) : IProgress<TrainingProgress>
{
    private readonly Lock _lock = new();
    private readonly List<TrainingProgress> _told = [];

    public IReadOnlyList<TrainingProgress> Told => _told;

    public IEnumerable<TrainingProgress> Epochs => _told.Where(t => t.Epoch is not null);

    public void Report(TrainingProgress value)
    {
        lock (_lock)
        {
            _told.Add(value);
        }

        react?.Invoke(value);
    }
}
