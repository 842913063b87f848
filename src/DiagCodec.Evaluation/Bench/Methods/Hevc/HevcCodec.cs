using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Evaluation.Bench.Methods.Hevc;

/// <summary>What methods need to know of an HEVC encoder.</summary>
/// <param name="Word">In experiments.</param>
/// <param name="Title">In tables.</param>
/// <param name="HasPresets">Takes a preset.</param>
/// <param name="ObeysMapAlone">Its streams follow from preset and QP map; else from base QP and GOP structure too.</param>
/// <param name="SmallestBlock">Pixels a side of the smallest block that can have a QP of its own.</param>
/// <param name="SecondsPerMegavoxel">A guess for one core.</param>
/// <param name="Open">Finds the program; throws a ToolException where it is missing.</param>
internal sealed record HevcCodec(
    string Word, string Title, bool HasPresets, bool ObeysMapAlone, int SmallestBlock, Func<EncoderPreset, double> SecondsPerMegavoxel, Func<IVideoEncoder> Open);
