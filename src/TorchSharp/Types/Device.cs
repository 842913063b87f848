using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor's memory is.</summary>
    public sealed class Device : IEquatable<Device>
    {
        /// <param name="description">"cpu", "cuda" or "cuda:N".</param>
        /// <exception cref="ArgumentException">The description is none of these.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            type = parts[0].ToUpperInvariant() switch
            {
                "CPU" => DeviceType.CPU,
                "CUDA" => DeviceType.CUDA,
                _ => throw new ArgumentException($"'{description}' is no device; use cpu, cuda or cuda:N", nameof(description)),
            };
            var number = -1;
            if (parts.Length > 2 || (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out number)))
            {
                throw new ArgumentException($"'{description}' is no device; use cpu, cuda or cuda:N", nameof(description));
            }

            index = type == DeviceType.CPU ? -1 : number;
        }

        public Device(DeviceType type, int index = -1)
        {
            this.type = type;
            this.index = type == DeviceType.CPU ? -1 : index;
        }

        public DeviceType type { get; }

        /// <summary>Which of several; -1 is the current one.</summary>
        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public bool Equals(Device? other) => other is not null && other.type == type && other.index == index;

        public override bool Equals(object? obj) => Equals(obj as Device);

        public override int GetHashCode() => HashCode.Combine(type, index);

        public static bool operator ==(Device? left, Device? right) => left is null ? right is null : left.Equals(right);

        public static bool operator !=(Device? left, Device? right) => !(left == right);

        public override string ToString() =>
            type == DeviceType.CPU ? "cpu" : index < 0 ? "cuda" : string.Create(CultureInfo.InvariantCulture, $"cuda:{index}");
    }

    public static Device CPU { get; } = new(DeviceType.CPU);

    public static Device CUDA { get; } = new(DeviceType.CUDA);

    /// <param name="description">"cpu", "cuda" or "cuda:N".</param>
    public static Device device(string description) => new(description);

    public static Device device(string type, int index) => new(string.Create(CultureInfo.InvariantCulture, $"{type}:{index}"));

    public static Device device(DeviceType type, int index = -1) => new(type, index);
}
