using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>How a movie or a track turns its pictures: x' = a x + c y, y' = b x + d y, y downwards.</summary>
/// <remarks>
/// Stored as a, b, u, c, d, v, x, y, w (4 bytes each), a to d as signed 16.16 numbers. A track's matrix applies first, then the movie's.
/// Where the picture is moved to, and by how much it is scaled, is left out: neither changes how many pixels it has.
/// </remarks>
internal readonly record struct Mp4Matrix(int A, int B, int C, int D)
{
    /// <summary>Bytes of the stored matrix.</summary>
    public const int Size = 36;

    // A side part this many times smaller than the main one is what rounding left.
    private const long Small = 64;

    public static Mp4Matrix Upright { get; } = new(1 << 16, 0, 0, 1 << 16);

    /// <summary>The EXIF orientation of the same effect, 1 to 8; 1 for any turn that is not of quarters.</summary>
    public int Orientation
    {
        get
        {
            bool isUpright = IsSmall(B, A) && IsSmall(C, D);
            bool isSideways = IsSmall(A, B) && IsSmall(D, C);
            return (isUpright, isSideways) switch
            {
                (true, false) => (A > 0, D > 0) switch
                {
                    (true, true) => 1,
                    (false, true) => 2,
                    (false, false) => 3,
                    (true, false) => 4,
                },
                (false, true) => (B > 0, C > 0) switch
                {
                    (true, true) => 5,
                    (true, false) => 6,
                    (false, false) => 7,
                    (false, true) => 8,
                },
                _ => 1,
            };
        }
    }

    public static Mp4Matrix Read(ref HeaderWindow window, long position)
    {
        ReadOnlySpan<byte> bytes = window.At(position, Size);
        return new(
            BinaryPrimitives.ReadInt32BigEndian(bytes),
            BinaryPrimitives.ReadInt32BigEndian(bytes[4..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[12..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[16..]));
    }

    /// <summary>This turn, then another.</summary>
    public Mp4Matrix Then(Mp4Matrix next) => new(
        Sum(A, next.A, B, next.C),
        Sum(A, next.B, B, next.D),
        Sum(C, next.A, D, next.C),
        Sum(C, next.B, D, next.D));

    private static int Sum(int a, int b, int c, int d) =>
        (int)Int128.Clamp((((Int128)a * b) + ((Int128)c * d)) >> 16, int.MinValue, int.MaxValue);

    private static bool IsSmall(int part, int main) => Math.Abs((long)part) * Small < Math.Abs((long)main);
}
