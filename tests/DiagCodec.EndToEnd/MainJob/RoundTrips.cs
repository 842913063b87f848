using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.MainJob;

/// <summary>The round trips that the tests of the main job share; each is made when first asked for.</summary>
public sealed class RoundTrips : IDisposable
{
    public const string Synthetic = "a synthetic series";
    public const string ChestCt = "the chest CT";

    private readonly Lazy<Task<RoundTrip>> _synthetic = new(() => RoundTrip.MakeAsync(null));
    private readonly Lazy<Task<RoundTrip>> _chest = new(() => RoundTrip.MakeAsync(RealData.ChestCt));

    public static TheoryData<string> All => [Synthetic, ChestCt];

    public void Dispose()
    {
        foreach (var trip in new[] { _synthetic, _chest }.Where(t => t.IsValueCreated && t.Value.IsCompletedSuccessfully))
        {
            trip.Value.Result.Dispose();
        }
    }

    internal async Task<RoundTrip> OfAsync(string name)
    {
        if (name == ChestCt)
        {
            _ = RealData.ChestCt;
            return await _chest.Value;
        }

        return await _synthetic.Value;
    }
}

/// <summary>Lets several test classes share the round trips, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedRoundTrips : ICollectionFixture<RoundTrips>
{
    public const string Name = "round trips";
}
