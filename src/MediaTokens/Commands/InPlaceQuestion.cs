using System.Management.Automation;

namespace MediaTokens.Commands;

/// <summary>
/// Asks before a source is replaced, as a cmdlet of high impact does. The impact of a cmdlet is fixed, and writing to a
/// destination is not worth a question; so this one asks by itself.
/// </summary>
internal sealed class InPlaceQuestion(PSCmdlet cmdlet)
{
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>Whether the user agrees.</summary>
    /// <param name="path">The file that is replaced.</param>
    /// <param name="action">What happens to it.</param>
    public bool Ask(string path, string action) =>
        cmdlet.ShouldProcess(path, action)
        && (IsAnswered() || cmdlet.ShouldContinue($"Replace '{path}'? {action}.", "Replace the source", ref _yesToAll, ref _noToAll));

    // With -Confirm, or a preference below High, ShouldProcess has asked already; -Confirm:$false, -Force and the
    // preference None want no question.
    private bool IsAnswered() =>
        cmdlet.MyInvocation.BoundParameters.ContainsKey("Confirm")
        || (cmdlet.MyInvocation.BoundParameters.TryGetValue("Force", out object? force) && force is SwitchParameter { IsPresent: true })
        || cmdlet.GetVariableValue("ConfirmPreference") is not ConfirmImpact.High;
}
