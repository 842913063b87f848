using DiagCodec.Networks.State;
using TorchSharp;

namespace DiagCodec.Networks.Tests.State;

/// <summary>libtorch's number of threads belongs to the process, so no other test runs beside these.</summary>
[CollectionDefinition(nameof(SideBySideTests), DisableParallelization = true)]
[Collection(nameof(SideBySideTests))]
public sealed class SideBySideTests : IDisposable
{
    private readonly int _threads = torch.get_num_threads();

    public void Dispose() => torch.set_num_threads(_threads);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 5)]
    [InlineData(2, 1)]
    [InlineData(2, 57)]
    [InlineData(4, 3)]
    public void Every_part_is_done_once_on_one_thread_of_libtorchs(int threads, int parts)
    {
        torch.set_num_threads(threads);
        var done = new int[parts];
        var inside = new int[parts];
        SideBySide.Run(parts, torch.CPU, i =>
        {
            Interlocked.Increment(ref done[i]);
            inside[i] = torch.get_num_threads();
        });
        Assert.All(done, n => Assert.Equal(1, n));
        Assert.All(inside, n => Assert.Equal(parts == 1 ? threads : 1, n));
        Assert.Equal(threads, torch.get_num_threads());
    }

    [Fact]
    public void A_part_that_fails_is_told_when_the_others_have_ended()
    {
        torch.set_num_threads(2);
        var done = 0;
        var failure = Assert.Throws<AggregateException>(() => SideBySide.Run(9, torch.CPU, i =>
        {
            if (i == 3)
            {
                throw new InvalidOperationException("part 3");
            }

            Interlocked.Increment(ref done);
        }));
        Assert.Equal("part 3", Assert.Single(failure.InnerExceptions).Message);
        Assert.InRange(done, 3, 8);
        Assert.Equal(2, torch.get_num_threads());
    }
}
