namespace DiagCodec.Imaging.Videos;

/// <summary>A kind of moving object: its limbs at every phase of its gait.</summary>
internal interface IBody
{
    /// <summary>Whether it keeps to the ground.</summary>
    bool IsOnGround { get; }

    /// <summary>From far to near.</summary>
    /// <param name="phase">A step, a turn of the wheel, a beat of the wings is 1.</param>
    Limb[] At(double phase);
}
