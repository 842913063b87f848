using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Documents;

/// <summary>data/README.md tells the truth: its command makes the sample series again, byte for byte.</summary>
public sealed class SampleSeriesTests
{
    [Fact]
    public async Task The_command_beside_the_sample_series_makes_it_again()
    {
        using var scratch = new Scratch();
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "data", "README.md"));
        var command = text.Split('\n').Single(l => l.Trim().StartsWith("scripts/diagcodec phantom", StringComparison.Ordinal)).Trim();
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
        words[Array.IndexOf(words, "-o") + 1] = scratch.Path("phantoms");
        (await CommandLine.RunAsync(words)).ShouldSucceed();

        var made = Directory.GetFiles(scratch.Path("phantoms", "patient-0001", "dicom")).Order(StringComparer.Ordinal).ToList();
        var kept = Directory.GetFiles(Path.Combine(Repository.Root, "data", "sample-cta")).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(kept.Select(Path.GetFileName), made.Select(Path.GetFileName));
        Assert.All(made.Zip(kept), pair => Assert.Equal(File.ReadAllBytes(pair.Second), File.ReadAllBytes(pair.First)));
    }

    [Fact]
    public void The_sample_series_is_at_most_two_megabytes()
    {
        var bytes = new DirectoryInfo(Path.Combine(Repository.Root, "data", "sample-cta")).EnumerateFiles().Sum(f => f.Length);
        Assert.InRange(bytes, 1, 2_000_000);
    }
}
