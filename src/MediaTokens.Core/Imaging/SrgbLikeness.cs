namespace MediaTokens.Imaging;

/// <summary>Tells whether a profile's colours are those of sRGB.</summary>
internal static class SrgbLikeness
{
    // Profiles of sRGB differ in their colourants by up to 0.0003, from rounding and from the white points they were adapted with;
    // those of Display P3 differ from them by 0.08.
    private const double ColorantTolerance = 0.002;

    // In levels of 255: more than the coarsest tables of sRGB profiles are off, and less than the eye or a resampling tells.
    private const double CurveTolerance = 1;

    public static bool IsSrgb(ProfileModel model) =>
        model.Matrix.Zip(Srgb.Matrix).All(pair => Math.Abs(pair.First - pair.Second) <= ColorantTolerance)
        && model.Curves.All(HasSrgbCurve);

    private static bool HasSrgbCurve(double[] curve)
    {
        for (int level = 0; level < curve.Length; level++)
        {
            if (Math.Abs((255 * Srgb.Encode(curve[level])) - level) > CurveTolerance)
            {
                return false;
            }
        }

        return true;
    }
}
