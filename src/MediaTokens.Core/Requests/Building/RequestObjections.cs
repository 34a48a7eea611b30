using MediaTokens.Planning;

namespace MediaTokens.Requests.Building;

/// <summary>What the vendor would refuse: an error each, or a warning where force was asked for.</summary>
internal sealed class RequestObjections(bool force)
{
    private readonly List<string> _warnings = [];

    /// <summary>What was raised where force was asked for, and what is not known, each in one sentence.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Says what is no error in any case.</summary>
    public void Warn(string message) => _warnings.Add(message);

    /// <summary>Says what the vendor would refuse.</summary>
    /// <exception cref="MediaException">Force was not asked for.</exception>
    public void Raise(MediaException exception)
    {
        if (!force)
        {
            throw exception;
        }

        _warnings.Add(exception.Message);
    }

    /// <summary>Says all that the vendor would refuse a file for; one error tells it all.</summary>
    /// <param name="refusals">What it would refuse.</param>
    /// <param name="advice">What the user can do, where a refusal does not tell.</param>
    /// <exception cref="MediaException">Force was not asked for; the id is that of the first refusal.</exception>
    public void Raise(IReadOnlyList<VisionRefusal> refusals, Func<string> advice)
    {
        if (refusals.Count > 0 && !force)
        {
            throw new MediaException(refusals[0].Id, string.Join(' ', refusals.Select(refusal => refusal.Message)), refusals[0].Action ?? advice());
        }

        _warnings.AddRange(refusals.Select(refusal => refusal.Message));
    }
}
