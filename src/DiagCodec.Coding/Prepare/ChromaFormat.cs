namespace DiagCodec.Coding.Prepare;

/// <summary>H.265 chroma_format_idc 0 and 1: luma alone, or with two chroma planes of half the size each way.</summary>
public enum ChromaFormat
{
    Luma400,
    Chroma420,
}
