@echo off
rem Stand-in for the Electron executable on Windows: cmd cannot sort arguments, so launch.cjs does it.
if "%GELAR_STANDIN_NODE%"=="" (set "GELAR_STANDIN_NODE=%~dp0..\..\node_modules\node\bin\node.exe")
"%GELAR_STANDIN_NODE%" "%~dp0launch.cjs" %*
