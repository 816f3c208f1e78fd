#!/bin/sh
# Makes dist/hilum-VERSION-macos-ARCH.dmg of dist/Hilum.app:
#   sh packaging/macos/dmg.sh 0.1.0
# With $SIGN_AS (a "Developer ID Application: ..." identity) the program and the image are signed for the
# hardened runtime, and with $NOTARY_PROFILE (of `xcrun notarytool store-credentials`) notarised, too.
# Without them it is signed ad hoc: macOS then asks at the first start.
set -eu
version=$1
here=$(cd "$(dirname "$0")" && pwd)
dist=$here/../../dist
app=$dist/Hilum.app
image=$dist/hilum-$version-macos-$(uname -m).dmg

# Apple's clock signs only what a known identity does.
timestamp=--timestamp=none
[ -z "${SIGN_AS:-}" ] || timestamp=--timestamp
codesign --force --deep --options runtime "$timestamp" \
    --entitlements "$here/entitlements.plist" --sign "${SIGN_AS:--}" "$app"
codesign --verify --deep --strict "$app"

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
rm -f "$image"
hdiutil create -volname Hilum -srcfolder "$staging" -format ULMO -ov "$image"

if [ -n "${SIGN_AS:-}" ]; then
    codesign --force --timestamp --sign "$SIGN_AS" "$image"
fi
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
