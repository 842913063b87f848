using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Tests.Support;
using DiagCodec.Networks.Training.Checkpoints;

namespace DiagCodec.Networks.Tests.Training;

public sealed class CheckpointTests : IDisposable
{
    private static readonly string Options = new('a', 64);

    private readonly TempFolder _root = new();
    private readonly CheckpointFolder _folder;

    public CheckpointTests() => _folder = new CheckpointFolder(_root["run"]);

    public void Dispose() => _root.Dispose();

    [Fact]
    public void The_last_checkpoint_is_found_with_all_it_held()
    {
        Save(1);
        var state = State(2) with { BestScore = 0.5, BestEpoch = 1, RandomStates = ImmutableSortedDictionary<string, string>.Empty.Add("shuffle", "18446744073709551615") };
        _folder.Save(state, Fill("two"), default);
        var (found, damaged) = _folder.FindLast(Options, default);

        Assert.Empty(damaged);
        Assert.Equal(state with { RandomStates = found!.State.RandomStates }, found.State);
        Assert.Equal("18446744073709551615", found.State.RandomStates["shuffle"]);
        Assert.Equal("two-w", File.ReadAllText(found.Weights));
        Assert.Equal("two-o", File.ReadAllText(found.Optimiser));
        Assert.Equal(_root["run/epoch-000002"], found.Path);
    }

    [Fact]
    public void No_checkpoint_is_no_fault() => Assert.Equal((null, 0), (_folder.FindLast(Options, default).Found, _folder.FindLast(Options, default).Damaged.Length));

    [Theory]
    [InlineData("weights.safetensors")]
    [InlineData("optimiser.safetensors")]
    [InlineData("state.json")]
    public void A_damaged_file_rolls_back_to_the_last_whole_one(string name)
    {
        Save(1);
        Save(2);
        Save(3);
        File.Delete(_root["run/epoch-000003/" + name]);
        var path = _root["run/epoch-000002/" + name];
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^3]);

        var (found, damaged) = _folder.FindLast(Options, default);
        Assert.Equal(1, found!.State.Epoch);
        Assert.Equal(2, damaged.Length);
        Assert.All(damaged, line => Assert.Contains(name, line, StringComparison.Ordinal));
        Assert.Contains("epoch-000003", damaged[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_flipped_bit_of_a_checkpoint_is_noticed_or_harmless()
    {
        Save(1);
        Save(2);
        foreach (var path in Directory.EnumerateFiles(_root["run/epoch-000002"]))
        {
            var good = File.ReadAllBytes(path);
            for (var seed = 0; seed < 100; seed++)
            {
                var random = new Random(seed);
                var bytes = good.ToArray();
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(path, bytes);
                if (Path.GetFileName(path) == "state.json")
                {
                    FindOrRefuse();
                }
                else
                {
                    Assert.Equal(1, _folder.FindLast(Options, default).Found!.State.Epoch);
                }
            }

            File.WriteAllBytes(path, good);
        }

        Assert.Equal(2, _folder.FindLast(Options, default).Found!.State.Epoch);
    }

    [Fact]
    public void A_crash_while_saving_leaves_the_one_before()
    {
        Save(1);
        Assert.Throws<InvalidTimeZoneException>(() => _folder.Save(
            State(2),
            folder =>
            {
                File.WriteAllText(Path.Combine(folder, "weights.safetensors"), "half");
                throw new InvalidTimeZoneException();
            },
            default));
        Assert.Throws<OperationCanceledException>(() => _folder.Save(State(2), Fill("x"), new CancellationToken(canceled: true)));
        Directory.CreateDirectory(_root["run/.epoch-000002.partial-0badcafe"]);

        Assert.Equal(1, _folder.FindLast(Options, default).Found!.State.Epoch);
        _folder.Prune(2, null);
        Assert.Equal([_root["run/epoch-000001"]], Directory.EnumerateFileSystemEntries(_root["run"]));
    }

    [Fact]
    public void A_repeated_epoch_is_replaced()
    {
        Save(1);
        _folder.Save(State(1), Fill("again"), default);
        Assert.Equal("again-w", File.ReadAllText(_folder.Open(1, default).Weights));
        Assert.Single(Directory.EnumerateFileSystemEntries(_root["run"]));
    }

    [Fact]
    public void Another_run_may_not_go_on()
    {
        Save(1);
        Told.Of(() => _folder.FindLast(new string('b', 64), default), "epoch-000001", "other options", Options);
    }

    [Fact]
    public void Pruning_keeps_the_last_and_the_best()
    {
        for (var epoch = 1; epoch <= 6; epoch++)
        {
            Save(epoch);
        }

        Directory.CreateDirectory(_root["run/epoch-notes"]);
        _folder.Prune(keep: 2, bestEpoch: 3);
        Assert.Equal(
            ["epoch-000003", "epoch-000005", "epoch-000006", "epoch-notes"],
            Directory.EnumerateDirectories(_root["run"]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => _folder.Prune(1, null));
    }

    [Fact]
    public void A_folder_that_vanished_is_told()
    {
        Directory.Delete(_root["run"]);
        Told.Of(() => _folder.FindLast(Options, default), _root["run"], "cannot be read");
    }

    [Fact]
    public void A_folder_renamed_to_another_epoch_is_not_taken()
    {
        Save(1);
        Directory.Move(_root["run/epoch-000001"], _root["run/epoch-000007"]);
        Told.Of(() => _folder.Open(7, default), "expected epoch 7", "found 1");
    }

    [Fact]
    public void States_and_files_that_are_wrong_are_the_callers_fault()
    {
        Assert.Throws<ArgumentException>(() => _folder.Save(State(1), _ => { }, default));
        Assert.Throws<ArgumentException>(() => _folder.Save(State(1) with { BestScore = double.NaN, BestEpoch = 1 }, Fill("x"), default));
        Assert.Throws<ArgumentException>(() => _folder.Save(State(1) with { BestScore = 1 }, Fill("x"), default));
        Assert.Throws<ArgumentException>(() => _folder.Save(State(1) with { OptionsHash = "x" }, Fill("x"), default));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_root["run"]));
    }

    private static CheckpointState State(int epoch) => new(epoch, epoch * 100L, 1.5, null, null, Options, ImmutableSortedDictionary<string, string>.Empty);

    private static Action<string> Fill(string text) => folder =>
    {
        File.WriteAllText(Path.Combine(folder, "weights.safetensors"), text + "-w");
        File.WriteAllText(Path.Combine(folder, "optimiser.safetensors"), text + "-o");
    };

    private void Save(int epoch) => _folder.Save(State(epoch), Fill($"{epoch}"), default);

    private void FindOrRefuse()
    {
        try
        {
            Assert.NotNull(_folder.FindLast(Options, default).Found);
        }
        catch (InvalidInputException e)
        {
            // A bit of the options' hash.
            Assert.Contains("other options", e.Message, StringComparison.Ordinal);
        }
    }
}
