using System.Runtime.InteropServices.Marshalling;

namespace TorchSharp.Interop;

/// <summary>What a call without a tensor returns: -1 is a failure.</summary>
[CustomMarshaller(typeof(int), MarshalMode.ManagedToUnmanagedOut, typeof(Status))]
internal static class Status
{
    public static int ConvertToManaged(int status) => status < 0 ? throw Shim.LastError() : status;
}
