using System.Diagnostics;
using System.Runtime.InteropServices;
using DiagCodec.Allocation.Policies;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.Imaging.Volumes;
using static TorchSharp.torch;

namespace DiagCodec.Benchmarks.Policies;

/// <summary>What a policy adds to an encode: DMIC's Table IV has 0.92 s for 33 slices of 512x512, on a GPU.</summary>
internal static class AgentsBenchmark
{
    private const int WarmUp = 2;
    private const int Seed = 1;

    public static AgentsRow Run(int frames, int size, int threads, int runs)
    {
        set_num_threads(threads);
        var (volume, mask) = (Noise(frames, size), Disc(frames, size));
        using var model = Model();
        var allocator = new PolicyAllocator(model, 0) { IsAlone = true };
        var (whole, states, wholeCpu, statesCpu) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < WarmUp + runs; i++)
        {
            var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var seen = AgentStates.Of(volume, mask, model.Document.Window);
            states.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            statesCpu.Add((Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
            allocator.Decide(seen);
            whole.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            wholeCpu.Add((Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        }

        return new AgentsRow(frames, size, threads, runs, Median(whole), Median(states), Median(wholeCpu), Median(statesCpu));
    }

    private static PolicyModel Model()
    {
        var document = new PolicyDocument(
            PolicyDocument.CurrentSchema, "benchmark", "Random weights.", "benchmark", new StateWindow(-200, 800), 64, 0, ActionSets.Step, [1], AgentParts.None, new PolicyWeights("", ""), [], "");
        return new PolicyModel(document, PolicyNetwork.Create(ActionSets.Step.FrameActions, ActionSets.Step.CtuActions, 1, AgentParts.None, Seed, CPU), CPU);
    }

    private static Volume Noise(int frames, int size)
    {
        var random = new Random(Seed);
        return new Volume(size, size, SampleFormat.Int16, [.. Enumerable.Range(0, frames).Select(_ => Slice())]);

        ReadOnlyMemory<byte> Slice()
        {
            var bytes = new byte[size * size * SampleFormat.Int16.Bytes()];
            var samples = MemoryMarshal.Cast<byte, short>(bytes.AsSpan());
            for (var i = 0; i < samples.Length; i++)
            {
                samples[i] = (short)random.Next(-1000, 1000);
            }

            return bytes;
        }
    }

    /// <summary>On every slice, which is the most that there can be to do.</summary>
    private static LabelMap Disc(int frames, int size)
    {
        var labels = new byte[frames * size * size];
        for (var i = 0; i < labels.Length; i++)
        {
            var (dx, dy) = ((i % size) - (size / 2), (i / size % size) - (size / 2));
            labels[i] = (dx * dx) + (dy * dy) < size * size / 16 ? (byte)1 : (byte)0;
        }

        return new LabelMap(size, size, frames, labels, null);
    }

    private static double Median(IEnumerable<double> seconds)
    {
        var sorted = seconds.Skip(WarmUp).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
