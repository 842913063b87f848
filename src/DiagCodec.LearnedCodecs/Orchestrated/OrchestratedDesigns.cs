namespace DiagCodec.LearnedCodecs.Orchestrated;

/// <summary>What each design consists of.</summary>
public static class OrchestratedDesigns
{
    extension(OrchestratedDesign design)
    {
        /// <summary>The segmentor sees what comes out of a code.</summary>
        public bool Compresses => design != OrchestratedDesign.D1;

        public bool HasCritic => design is OrchestratedDesign.D1 or OrchestratedDesign.D3 or OrchestratedDesign.D4;

        /// <summary>Estimated bits are a part of the loss.</summary>
        public bool PaysForBits => design == OrchestratedDesign.D4;

        /// <summary>The segmentor sees a feature image.</summary>
        public bool MakesFeatures => design.Compresses && !design.ReconstructsImage;

        /// <summary>What is reconstructed is the image itself, not a feature image.</summary>
        public bool ReconstructsImage => design == OrchestratedDesign.AutoSeg;
    }
}
