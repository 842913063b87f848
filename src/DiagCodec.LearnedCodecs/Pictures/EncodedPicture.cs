using DiagCodec.LearnedCodecs.Exact;
using DiagCodec.LearnedCodecs.Streams;

namespace DiagCodec.LearnedCodecs.Pictures;

/// <summary>A coded picture.</summary>
/// <param name="Slice">Its bytes.</param>
/// <param name="Known">Its latents as the decoder will have them.</param>
/// <param name="Bits">What the tables promise that the bytes take.</param>
public sealed record EncodedPicture(CodedSlice Slice, ExactMap Known, double Bits);
