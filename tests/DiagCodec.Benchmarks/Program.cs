using System.CommandLine;
using System.Globalization;
using DiagCodec.Benchmarks;
using DiagCodec.Benchmarks.Bench;
using DiagCodec.Benchmarks.Latency;
using DiagCodec.Benchmarks.Learned;
using DiagCodec.Benchmarks.Policies;
using DiagCodec.Benchmarks.Training;
using DiagCodec.LearnedCodecs.Orchestrated;

// Measures what a user of `diagcodec encode` pays beside the encoder, what training in C# costs beside C++, what a bench costs
// beside coding and judging, what the agents of a policy take, what a learned codec takes for a slice, and how long a remote segmentation waits.
// Run it on a machine that does nothing else:
//   dotnet run -c Release --project tests/DiagCodec.Benchmarks -- encode ct-series/
//   dotnet run -c Release --project tests/DiagCodec.Benchmarks -- training
//   dotnet run -c Release --project tests/DiagCodec.Benchmarks -- bench
//   dotnet run -c Release --project tests/DiagCodec.Benchmarks -- agents
//   dotnet run -c Release --project tests/DiagCodec.Benchmarks -- latency
//   dotnet run -c Release --project tests/DiagCodec.Benchmarks -- learned
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var series = new Argument<string>("SERIES") { Description = "What diagcodec encode takes." };
var runs = new Option<int>("--runs") { Description = "Runs of each kind; the median counts.", DefaultValueFactory = _ => 5 };
var presets = new Option<string[]>("--presets") { Description = "fast, balanced, best.", DefaultValueFactory = _ => ["fast", "balanced"], AllowMultipleArgumentsPerToken = true };
var slices = new Option<int[]>("--slices") { Description = "Numbers of slices.", DefaultValueFactory = _ => [40, 80, 160], AllowMultipleArgumentsPerToken = true };
var json = new Option<bool>("--json") { Description = "Print one JSON document instead of a table." };

var encode = new Command("encode", "diagcodec encode against the encoder process alone on the same frames, by turns.") { series, runs, presets, json };
encode.SetAction(parsed => Report.Print(
    EncodeBenchmark.Run(parsed.GetRequiredValue(series), parsed.GetValue(runs), parsed.GetRequiredValue(presets)), parsed.GetValue(json)));
var memory = new Command("memory", "Peak memory of diagcodec encode as the number of slices grows, repeating those of the series.") { series, slices, json };
memory.SetAction(parsed => Report.Print(
    MemoryBenchmark.Run(parsed.GetRequiredValue(series), parsed.GetRequiredValue(slices)), parsed.GetValue(json)));
var threads = new Option<int>("--threads") { Description = "Of libtorch.", DefaultValueFactory = _ => Environment.ProcessorCount };
var batch = new Option<int>("--batch") { Description = "Images in a step.", DefaultValueFactory = _ => 4 };
var size = new Option<int>("--size") { Description = "Their width and height; 32 divides it.", DefaultValueFactory = _ => 128 };
var steps = new Option<int>("--steps") { Description = "Steps of each side; the median counts.", DefaultValueFactory = _ => 20 };
var training = new Command("training", "A training step of a U-Net in C# against the same one in C++, by turns.") { threads, batch, size, steps, json };
training.SetAction(parsed => Report.Print(
    TrainingBenchmark.Run(parsed.GetValue(threads), parsed.GetValue(batch), parsed.GetValue(size), parsed.GetValue(steps)), parsed.GetValue(json)));
var points = new Option<int>("--points") { Description = "Points of one case.", DefaultValueFactory = _ => 40 };
var depth = new Option<int>("--slices") { Description = "Slices of the case.", DefaultValueFactory = _ => 16 };
var bench = new Command("bench", "A bench against the sum of encoding, decoding, comparing and scoring of its points, with a codec and a network that do next to nothing.") { points, size, depth, json };
bench.SetAction(async (parsed, cancellation) => Report.Print(
    await BenchBenchmark.RunAsync(parsed.GetValue(points), parsed.GetValue(size), parsed.GetValue(depth), cancellation), parsed.GetValue(json)));
var frames = new Option<int>("--frames") { Description = "Of the clip.", DefaultValueFactory = _ => 33 };
var width = new Option<int>("--size") { Description = "Width and height of its slices.", DefaultValueFactory = _ => 512 };
var agents = new Command("agents", "The agents of a policy: from slices and masks to their choices.") { frames, width, threads, runs, json };
agents.SetAction(parsed => Report.Print(
    AgentsBenchmark.Run(parsed.GetValue(frames), parsed.GetValue(width), parsed.GetValue(threads), parsed.GetValue(runs)), parsed.GetValue(json)));
var bandwidth = new Option<double>("--bandwidth") { Description = "MB per second; the paper's table has about 21.", DefaultValueFactory = _ => 21.4 };
var full = new OrchestratedLayout();
var segmentor = new Option<int>("--segmentor-width") { Description = "Of the segmentor; 64 is SegAN's.", DefaultValueFactory = _ => full.SegmentorWidth };
var latency = new Command("latency", "From a volume to its remote segmentation, as it is and orchestrated.") { frames, width, bandwidth, segmentor, threads, runs, json };
latency.SetAction(parsed => Report.Print(
    LatencyBenchmark.Run(
        full with { SegmentorWidth = parsed.GetValue(segmentor) },
        parsed.GetValue(frames),
        parsed.GetValue(width),
        parsed.GetValue(bandwidth),
        parsed.GetValue(threads),
        parsed.GetValue(runs)),
    parsed.GetValue(json)));
var codec = new Option<string>("--codec") { Description = "mbt2018-mean or cheng2020-anchor.", DefaultValueFactory = _ => "mbt2018-mean" };
var channels = new Option<int>("--width") { Description = "N.", DefaultValueFactory = _ => 128 };
var latents = new Option<int?>("--latent") { Description = "M. Default: 1.5 N, for cheng2020-anchor N." };
var learned = new Command("learned", "A learned codec with random weights: milliseconds a slice to encode and to decode, multiplications a pixel.") { codec, channels, latents, width, threads, runs, json };
learned.SetAction(parsed => Report.Print(
    LearnedBenchmark.Run(parsed.GetRequiredValue(codec), parsed.GetValue(channels), parsed.GetValue(latents), parsed.GetValue(width), parsed.GetValue(threads), parsed.GetValue(runs)),
    parsed.GetValue(json)));
return new RootCommand("Benchmarks of diagcodec.") { encode, memory, training, bench, agents, latency, learned }.Parse(args).Invoke();
