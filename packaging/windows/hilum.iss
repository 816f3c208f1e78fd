; Hilum's installer for Windows, by Inno Setup 6:
;   iscc /DVersion=0.1.0 packaging\windows\hilum.iss
; Without administrator rights it installs for one user, with them it asks; silently:
;   hilum-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /CURRENTUSER
;   hilum-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /ALLUSERS /DIR="D:\Hilum" /TASKS="associate"
;   unins000.exe /VERYSILENT /SUPPRESSMSGBOXES            (keeps the reader's data)
;   unins000.exe /VERYSILENT /SUPPRESSMSGBOXES /DELETEDATA (removes it, too)

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0
#endif
#ifndef Edition
  #define Edition ""
#endif
#define Program "hilum-viewer.exe"

[Setup]
AppId={{8A3C4A52-0C0B-4E0C-9C5A-5C6E3F0B7D41}
AppName=Hilum
AppVersion={#Version}
AppPublisher=The Hilum authors
AppComments=Research software, no medical device. Not for diagnosis.
DefaultDirName={autopf}\Hilum
DefaultGroupName=Hilum
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=hilum-{#Version}{#Edition}-setup
SetupIconFile=..\..\build\icons\hilum.ico
UninstallDisplayIcon={app}\{#Program}
UninstallDisplayName=Hilum
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[CustomMessages]
en.Associate=Offer Hilum for DICOM files (.dcm)
de.Associate=Hilum für DICOM-Dateien (.dcm) anbieten
fr.Associate=Proposer Hilum pour les fichiers DICOM (.dcm)
es.Associate=Ofrecer Hilum para archivos DICOM (.dcm)
en.KeepData=Keep your settings, worklist and measurements?
de.KeepData=Ihre Einstellungen, Arbeitsliste und Messungen behalten?
fr.KeepData=Conserver vos réglages, votre liste et vos mesures ?
es.KeepData=¿Conservar sus ajustes, su lista y sus mediciones?

[Tasks]
Name: "associate"; Description: "{cm:Associate}"
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; What an earlier version left must not be imported by this one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\hilum\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Hilum"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\Hilum"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\Hilum.dicom"; ValueType: string; ValueData: "DICOM image"; Flags: uninsdeletekey; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Hilum.dicom\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Hilum.dicom\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""; Tasks: associate
; Offered beside what opens these files now, not instead of it.
Root: HKA; Subkey: "Software\Classes\.dcm\OpenWithProgids"; ValueType: none; ValueName: "Hilum.dicom"; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\.dicom\OpenWithProgids"; ValueType: none; ValueName: "Hilum.dicom"; Flags: uninsdeletevalue; Tasks: associate

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,Hilum}"; Flags: nowait postinstall skipifsilent

[Code]
function WantsDataGone(): Boolean;
var
  Index: Integer;
begin
  Result := False;
  for Index := 1 to ParamCount do
    if CompareText(ParamStr(Index), '/DELETEDATA') = 0 then
      Result := True;
  { The button that keeps everything is the one that Enter presses. }
  if not Result and not UninstallSilent() then
    Result := MsgBox(CustomMessage('KeepData'), mbConfirmation, MB_YESNO or MB_DEFBUTTON1) = IDNO;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  { Other users' folders are theirs. }
  if (Step = usPostUninstall) and WantsDataGone() then
    DelTree(ExpandConstant('{localappdata}\Hilum'), True, True, True);
end;
