; Inno Setup 6: the installer for Windows. Built from the checkout's root after packaging/build.py:
;   ISCC /DVersion=0.1.0 [/DLite] packaging\windows\tawsim.iss
; For one user without administrator's rights, or for everybody: setup.exe /ALLUSERS. In a lab: /ALLUSERS /VERYSILENT
; /NORESTART, with a machine-wide settings file put beside it (docs/packaging.md).
#ifndef Version
  #error Give the version: /DVersion=1.2.3
#endif
#ifdef Lite
  #define Folder "Tawsim-lite"
#else
  #define Folder "Tawsim"
#endif

[Setup]
AppId={{7C2B8E0F-5B0B-4C0E-9C53-7A3C2B0D61A4}
AppName=Tawsim
AppVersion={#Version}
AppPublisher=The Tawsim authors
SourceDir=..\..
OutputDir=dist
OutputBaseFilename={#LowerCase(Folder)}-{#Version}-windows-setup
DefaultDirName={autopf}\Tawsim
DefaultGroupName=Tawsim
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2
SolidCompression=yes
LicenseFile=LICENSE
SetupIconFile=packaging\icons\tawsim.ico
UninstallDisplayIcon={app}\Tawsim.exe
ChangesAssociations=yes
CloseApplications=yes
WizardStyle=modern

[Languages]
Name: "ar"; MessagesFile: "compiler:Languages\Arabic.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; A newer version's folder is not mixed with an older one's.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Tawsim"; Filename: "{app}\Tawsim.exe"
Name: "{autodesktop}\Tawsim"; Filename: "{app}\Tawsim.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.tawsim"; ValueType: string; ValueData: "Tawsim.Project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.tawsim\OpenWithProgids"; ValueType: string; ValueName: "Tawsim.Project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Tawsim.Project"; ValueType: string; ValueData: "Tawsim project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Tawsim.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\Tawsim.exe,0"
Root: HKA; Subkey: "Software\Classes\Tawsim.Project\shell\open\command"; ValueType: string; ValueData: """{app}\Tawsim.exe"" ""%1"""

[Run]
Filename: "{app}\Tawsim.exe"; Description: "{cm:LaunchProgram,Tawsim}"; Flags: nowait postinstall skipifsilent
