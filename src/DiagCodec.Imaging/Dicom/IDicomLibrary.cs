using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Pixels;

namespace DiagCodec.Imaging.Dicom;

/// <summary>
/// What is asked of a DICOM library: the data dictionary and the compressed transfer syntaxes. The structure of files is read and
/// written by our own code, because a native parser that meets broken bytes takes the whole process down with it.
/// </summary>
internal interface IDicomLibrary
{
    /// <summary>
    /// The VR of a standard attribute, <see cref="Vr.UN"/> when unknown, <see cref="Vr.UnsignedOrSigned"/> where that depends on the
    /// pixels; between bytes and words it is OW.
    /// </summary>
    Vr VrOf(DicomTag tag);

    bool CanDecode(string transferSyntax);

    /// <summary>Decodes one frame into rows * columns samples of Bits Allocated, little endian.</summary>
    /// <param name="layout">What the header says of the frame.</param>
    /// <param name="transferSyntax">A compressed one.</param>
    /// <param name="codestream">The whole frame in one piece, already checked to fit <paramref name="layout"/>.</param>
    /// <returns>Null when it cannot be decoded.</returns>
    byte[]? Decode(PixelLayout layout, string transferSyntax, ReadOnlyMemory<byte> codestream);

    /// <summary>Encodes one frame without loss.</summary>
    /// <param name="layout">What the header will say of the frame.</param>
    /// <param name="transferSyntax">JPEG-LS lossless or JPEG 2000 lossless.</param>
    /// <param name="samples">rows * columns samples of Bits Allocated, little endian.</param>
    /// <returns>Null when it cannot be encoded.</returns>
    byte[]? Encode(PixelLayout layout, string transferSyntax, byte[] samples);
}
